import { readSync, writeSync } from "node:fs";
import { createError } from "../../reason/error.ts";

/** An open file, by the number that the system gives it. */
export type OpenFile = number;

/**
 * Reads the bytes of a file from one place to another.
 *
 * @throws {RangeError} If the file ends before.
 */
export function readBytes(file: OpenFile, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, { offset: filled, position: start + filled });
    if (count === 0) throw createError(RangeError, { code: "file-ends", byte: start + filled });
    filled += count;
  }
  return bytes;
}

/** Writes bytes at a place of a file. */
export function writeBytes(file: OpenFile, bytes: Uint8Array, start: number): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written, start + written);
  }
}
