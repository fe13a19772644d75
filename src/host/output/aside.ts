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
  let file: Deno.FsFile | null = null;
  let end = 0;
  return {
    set: (value) => {
      const bytes = serialize(value);
      const start = end;
      end += bytes.length;
      try {
        file ??= Deno.openSync(path, { createNew: true, read: true, write: true });
        writeAt(file, start, bytes);
      } catch (cause) {
        throw new Error(`Cannot set measures aside: ${describeFault(cause)}`, { cause });
      }
      const from = file;
      return () => deserialize(readAt(from, start, bytes.length));
    },
    close: () => {
      if (file === null) return;
      file.close();
      file = null;
      Deno.removeSync(path);
    },
  };
}

function writeAt(file: Deno.FsFile, start: number, bytes: Uint8Array): void {
  file.seekSync(start, Deno.SeekMode.Start);
  for (let written = 0; written < bytes.length;) {
    written += file.writeSync(bytes.subarray(written));
  }
}

function readAt(file: Deno.FsFile, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  file.seekSync(start, Deno.SeekMode.Start);
  for (let filled = 0; filled < length;) {
    filled += file.readSync(bytes.subarray(filled)) ?? length; // it was whole when it was written
  }
  return bytes;
}
