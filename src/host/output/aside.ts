import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { describeFault } from "../file/fault.ts";

/** Plain values that wait in a file until they are read again. */
export interface Aside {
  /** Sets a value aside and gives what reads it. */
  set<Value>(value: Value): () => Value;
  /** Removes the file; nothing is read after it. */
  close(): void;
}

/** Opens a file for values that are set aside; it is there from the first of them on. */
export function openAside(path: string): Aside {
  let file: number | null = null; // as the system counts it
  let end = 0;
  return {
    set: (value) => {
      const start = end;
      try {
        file ??= openSync(path, "wx+");
        end += append(file, start, serialize(value));
      } catch (cause) {
        throw new Error(`Cannot set measures aside: ${describeFault(cause)}`, { cause });
      }
      return readBack(file, { start, length: end - start });
    },
    close: () => {
      if (file === null) return;
      closeSync(file);
      file = null;
      rmSync(path);
    },
  };
}

function append(file: number, start: number, bytes: Uint8Array): number {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written, start + written);
  }
  return bytes.length;
}

/** Where a value lies in the file. */
interface Place {
  readonly start: number;
  readonly length: number;
}

// Not where the bytes are that were written, which would be held for as long as what reads them.
function readBack<Value>(file: number, { start, length }: Place): () => Value {
  return () => {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      filled += readSync(file, bytes, { offset: filled, position: start + filled }) || length; // it was whole when it was written
    }
    return deserialize(bytes);
  };
}
