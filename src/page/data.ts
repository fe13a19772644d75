// Data comes as scripts, since pages on a disk cannot fetch: each calls `convatlas` with its name.

type Receive = (name: string, data: unknown) => void;

const received = new Map<string, unknown>();
const awaited = new Map<
  string,
  { resolve: (data: never) => void; reject: (error: Error) => void }
>();
const asked = new Map<string, Promise<unknown>>();

/** Lets data scripts deliver: `convatlas("net/conv1/layer", {…})`. */
export function openData(): void {
  const receive: Receive = (name, data) => {
    received.set(name, data);
    awaited.get(name)?.resolve(data as never);
  };
  (globalThis as unknown as { convatlas: Receive }).convatlas = receive;
}

/**
 * Loads data of the report by its name: the path of its script from the
 * report's folder, without `.js`, such as `net/conv1/layer`.
 *
 * @param root the way from this page to the report's folder, such as `../`
 */
export function loadData<Data>(root: string, name: string): Promise<Data> {
  const known = asked.get(name);
  if (known) return known as Promise<Data>;
  const promise = received.has(name)
    ? Promise.resolve(received.get(name) as Data)
    : new Promise<Data>((resolve, reject) => {
      awaited.set(name, { resolve, reject });
      const script = document.createElement("script");
      script.src = `${root}${name.split("/").map(encodeURIComponent).join("/")}.js`;
      script.addEventListener("error", () => {
        asked.delete(name); // so that it can be asked for again
        reject(new Error(`Cannot load data "${name}": the file ${script.src} is missing`));
      });
      document.head.append(script);
    });
  asked.set(name, promise);
  return promise;
}
