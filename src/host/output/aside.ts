import { closeSync, openSync, rmSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { describeFault } from "../file/fault.ts";
import { type OpenFile, readBytes, writeBytes } from "../file/open_file.ts";

/** Plain values that wait in a file until they are read again. */
export interface Aside {
  /** Sets a value aside and gives what reads it. */
  set<Value>(value: Value): () => Value;
  /** Removes the file; nothing is read after it. */
  close(): void;
}

/** Opens a file for values that are set aside; it is there from the first of them on. */
export function openAside(path: string): Aside {
  let file: OpenFile | null = null;
  let end = 0;
  return {
    set: (value) => {
      const start = end;
      try {
        file ??= openSync(path, "wx+");
        const bytes = serialize(value);
        writeBytes(file, bytes, start);
        end += bytes.length;
      } catch (cause) {
        throw new Error(`Cannot set measures aside: ${describeFault(cause)}`, { cause });
      }
      return readBack(file, start, end);
    },
    close: () => {
      if (file === null) return;
      closeSync(file);
      file = null;
      rmSync(path);
    },
  };
}

// Not where the bytes are that were written, which would be held for as long as what reads them.
function readBack<Value>(file: OpenFile, start: number, end: number): () => Value {
  return () => deserialize(readBytes(file, start, end));
}
