/** What few pages need, or few readers: each part comes as a script of its own, when it is asked for. */
export interface PartFiles {
  /**
   * Loads a part by the name of its script in `assets/`.
   *
   * @param root the way from this page to the report's folder, such as `../`
   */
  load<Part>(root: string, name: string): Promise<Part>;
}

/** Parts by the names of their scripts. */
export type Parts = Readonly<Record<string, unknown>>;

type Holder = { convatlasParts?: Record<string, unknown> };

/** Hands a part over to the script of the page: what the script of a part does. */
export function deliverPart(name: string, part: unknown): void {
  ((globalThis as Holder).convatlasParts ??= {})[name] = part;
}

function findDelivered(name: string): unknown {
  return (globalThis as Holder).convatlasParts?.[name];
}

/**
 * Lets parts be loaded: those that the script of the page holds or another script of the document has
 * handed over, else those beside it.
 */
export function openParts(held: Parts | null): PartFiles {
  const asked = new Map<string, Promise<unknown>>();
  return {
    load: <Part>(root: string, name: string) => {
      const part = asked.get(name) ??
        (held === null ? runPart(root, name) : Promise.resolve(held[name] ?? findDelivered(name)));
      asked.set(name, part);
      return part as Promise<Part>;
    },
  };
}

// What fails is not asked for again: the page is whole without it.
function runPart(root: string, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}assets/${name}`;
    const end = (): void => {
      script.remove();
      const part = findDelivered(name);
      if (part !== undefined) resolve(part);
      else reject(new Error(`Cannot load part "${name}": the file ${script.src} is missing`));
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    document.head.append(script);
  });
}
