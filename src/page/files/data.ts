// Data comes as scripts, since pages on a disk cannot fetch: each calls `convatlas` with its name.

import { parseDataScript } from "./data_script.ts";
import { holdsFile, readEmbeddedText } from "./embedded_files.ts";

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
    awaited.delete(name);
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
    : holdsFile(`${name}.js`)
    ? readEmbeddedText(`${name}.js`).then((text) => parseDataScript(text) as Data)
    : runDataScript<Data>(root, name);
  asked.set(name, promise);
  return promise;
}

/** Forgets data that was loaded, to free its memory; it can be loaded again. */
export function forgetData(name: string): void {
  received.delete(name);
  awaited.delete(name);
  asked.delete(name);
}

/** Forgets the data of a page that is left, where one document shows many. */
export function forgetAllData(): void {
  for (const name of asked.keys()) forgetData(name);
}

function runDataScript<Data>(root: string, name: string): Promise<Data> {
  return new Promise((resolve, reject) => {
    awaited.set(name, { resolve, reject });
    const script = document.createElement("script");
    script.src = `${root}${name.split("/").map(encodeURIComponent).join("/")}.js`;
    const fail = (why: string): void => {
      forgetData(name); // so that it can be asked for again
      reject(new Error(`Cannot load data "${name}": the file ${script.src} ${why}`));
    };
    script.addEventListener("load", () => {
      script.remove();
      if (awaited.has(name)) fail("holds something else");
    });
    script.addEventListener("error", () => {
      script.remove();
      fail("is missing");
    });
    document.head.append(script);
  });
}
