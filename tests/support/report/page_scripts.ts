import { decodeScript } from "./data_script.ts";

/** A page that data scripts are loaded into, as far as `loadData` sees it. */
export interface PageScripts {
  /** The addresses that were asked for, in order. */
  readonly asked: readonly string[];
  /** How many script elements stand in the page. */
  count(): number;
}

/**
 * Puts a page in place of the browser's, which finds scripts by their addresses.
 * Stays until the program ends: the page's own modules are made once too.
 */
export function openPageScripts(find: (address: string) => Uint8Array | undefined): PageScripts {
  const asked: string[] = [];
  const elements = new Set<EventTarget>();
  class Script extends EventTarget {
    src = "";
    remove(): void {
      elements.delete(this);
    }
  }
  const append = (script: Script): void => {
    elements.add(script);
    asked.push(script.src);
    setTimeout(() => {
      const content = find(decodeURIComponent(script.src));
      if (content !== undefined) (0, eval)(decodeScript(content));
      script.dispatchEvent(new Event(content === undefined ? "error" : "load"));
    });
  };
  const document = { createElement: () => new Script(), head: { append } };
  Object.defineProperty(globalThis, "document", { value: document, configurable: true });
  return { asked, count: () => elements.size };
}
