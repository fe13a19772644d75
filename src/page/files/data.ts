// Data comes as scripts, since pages on a disk cannot fetch: each calls `convatlas` with its name.

import { decodeWide } from "../../tensor/wide_text.ts";
import type { EmbeddedFiles } from "./embedded_files.ts";
import { inflate } from "./inflate.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The data of the report, each piece under a name: the path of its script, without `.js`. */
export interface DataFiles {
  /**
   * Loads data by its name, such as `net/conv1/layer`, and decodes it once.
   *
   * @param root the way from this page to the report's folder, such as `../`
   */
  load<Data>(root: string, name: string, decode: (bytes: Bytes) => Data): Promise<Data>;
  /** Forgets data that was loaded, to free its memory; it can be loaded again. */
  forget(name: string): void;
  /** Forgets the data of a page that is left, where one document shows many. */
  forgetAll(): void;
}

type Receive = (name: string, text: string, length: number) => void;

interface Awaited {
  readonly resolve: (bytes: Promise<Bytes>) => void;
  readonly reject: (error: Error) => void;
}

/** Lets data scripts deliver: `convatlas("net/conv1/layer",'…',81234)`. */
export function openData(embedded: EmbeddedFiles | null): DataFiles {
  const awaited = new Map<string, Awaited>();
  const asked = new Map<string, Promise<unknown>>();
  const receive: Receive = (name, text, length) => {
    awaited.get(name)?.resolve(inflate(decodeWide(text, length)));
    awaited.delete(name);
  };
  (globalThis as unknown as { convatlas: Receive }).convatlas = receive;
  const forget = (name: string): void => {
    for (const names of [awaited, asked]) names.delete(name);
  };
  const ask = (root: string, name: string): Promise<Bytes> => {
    const held = [`${name}.js`, `${name}.json`].find((path) => embedded?.holds(path));
    if (held !== undefined) return embedded!.readBytes(held);
    return new Promise((resolve, reject) => {
      awaited.set(name, { resolve, reject });
      runDataScript(root, name, (why) => {
        if (!awaited.has(name)) return;
        forget(name); // so that it can be asked for again
        reject(why);
      });
    });
  };
  return {
    load: <Data>(root: string, name: string, decode: (bytes: Bytes) => Data) => {
      const data = asked.get(name) ?? ask(root, name).then(decode);
      asked.set(name, data);
      return data as Promise<Data>;
    },
    forget,
    forgetAll: () => [...asked.keys()].forEach(forget),
  };
}

// Tells of a file that is missing; once it has run it should have delivered.
function runDataScript(root: string, name: string, fail: (error: Error) => void): void {
  const script = document.createElement("script");
  script.src = `${root}${name.split("/").map(encodeURIComponent).join("/")}.js`;
  const end = (why: string) => (): void => {
    script.remove();
    fail(new Error(`Cannot load data "${name}": the file ${script.src} ${why}`));
  };
  script.addEventListener("load", end("holds something else"));
  script.addEventListener("error", end("is missing"));
  document.head.append(script);
}
