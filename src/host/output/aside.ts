import { closeSync, openSync, rmSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { createError } from "../../reason/error.ts";
import { findFault } from "../file/fault.ts";
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
  const write = (bytes: Uint8Array): () => Uint8Array<ArrayBuffer> => {
    const start = end;
    try {
      file ??= openSync(path, "wx+");
      writeBytes(file, bytes, start);
      end += bytes.length;
    } catch (cause) {
      const reason = { code: "not-set-aside", reason: findFault(cause) } as const;
      throw createError(Error, reason, { cause });
    }
    return readBack(file, start, end);
  };
  return {
    set: (value) => isFloats(value) ? setFloats(value, write) : setPlain(value, write),
    close: () => {
      if (file === null) return;
      closeSync(file);
      file = null;
      rmSync(path);
    },
  };
}

/** Writes bytes and gives what reads them again. */
type Write = (bytes: Uint8Array) => () => Uint8Array<ArrayBuffer>;

// Not where the bytes are that were written, which would be held for as long as what reads them.
function readBack(file: OpenFile, start: number, end: number): () => Uint8Array<ArrayBuffer> {
  return () => readBytes(file, start, end);
}

function setPlain<Value>(value: Value, write: Write): () => Value {
  const read = write(serialize(value));
  return () => deserialize(read());
}

function isFloats<Value>(value: Value): value is Value & Float32Array {
  return value instanceof Float32Array;
}

// As they are, maps are set aside whole.
function setFloats<Value>(
  { buffer, byteOffset, byteLength }: Value & Float32Array,
  write: Write,
): () => Value {
  const read = write(new Uint8Array(buffer, byteOffset, byteLength));
  return () => new Float32Array(read().buffer) as Value & Float32Array;
}
