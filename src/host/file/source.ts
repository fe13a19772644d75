import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { findFolderKind } from "../../onnx/file/folder_kind.ts";
import type { ByteSource } from "../../onnx/wire/wire.ts";
import { findFault } from "./fault.ts";
import { findNamedFile } from "./named_file.ts";
import { createError } from "../../reason/error.ts";
import { type OpenFile, readBytes } from "./open_file.ts";

/** A file that is read where it is needed, until it is closed. */
export interface OpenSource {
  readonly source: ByteSource;
  /**
   * Makes sure that the file is what it was when it was opened.
   *
   * @throws {Error} If it has changed.
   */
  requireUnchanged(): void;
  /** Computes the SHA-256 of the whole file, in hexadecimal. */
  hash(): string;
  close(): void;
}

// Most reads are headers of some bytes, one after the other.
const WINDOW = 1 << 16;

/**
 * Opens a file of a folder as a byte source that keeps one window of it in memory; messages call it
 * `named`.
 */
export function openSource(path: string, folder: string, named: string = path): OpenSource {
  const file = openFile(path, folder, named);
  const opened = takeState(file);
  const byteLength = fstatSync(file).size;
  let windowStart = 0;
  let window: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  const read = (start: number, until: number): Uint8Array<ArrayBuffer> => {
    const end = Math.min(until, byteLength);
    // What fills its buffer is the reader's own, so that a whole window goes to none.
    if (end - start >= Math.min(WINDOW, byteLength - start)) return readBytes(file, start, end);
    if (start < windowStart || end > windowStart + window.length) {
      window = readBytes(file, start, Math.min(start + WINDOW, byteLength));
      windowStart = start;
    }
    return window.subarray(start - windowStart, end - windowStart);
  };
  return {
    source: { byteLength, read },
    requireUnchanged: () => {
      if (takeState(file) === opened) return;
      throw createError(Error, { code: "changed-while-read", file: named });
    },
    hash: () => hashFile(file),
    close: () => closeSync(file),
  };
}

// How many places of a file are looked at, and how much at each: a clock may be too coarse to tell.
const PROBES = 16;
const PROBE_BYTES = 1 << 12;

function takeState(file: OpenFile): string {
  const { size, mtimeMs, ctimeMs } = fstatSync(file);
  const hash = createHash("sha256").update(`${size} ${mtimeMs} ${ctimeMs}`);
  for (let i = 0; i < PROBES; i++) {
    const start = Math.floor(Math.max(0, size - PROBE_BYTES) * i / (PROBES - 1));
    hash.update(readBytes(file, start, Math.min(start + PROBE_BYTES, size)));
  }
  return hash.digest("hex");
}

function openFile(path: string, folder: string, named: string): OpenFile {
  let place: string;
  try {
    place = findNamedFile(path, folder);
    if (!statSync(place).isDirectory()) return openSync(place, "r");
  } catch (cause) {
    const reason = findFault(cause);
    throw createError(Error, { code: "unopened", file: named, reason }, { cause });
  }
  const reason = findFolderKind(readdirSync(place));
  throw createError(Error, { code: "unopened", file: named, reason });
}

// Large enough to hash at the disk's speed, small beside any model.
const HASH_CHUNK = 1 << 20;

function hashFile(file: OpenFile): string {
  const hash = createHash("sha256");
  const chunk = new Uint8Array(HASH_CHUNK);
  for (let start = 0;;) {
    const count = readSync(file, chunk, { position: start });
    if (count === 0) return hash.digest("hex");
    hash.update(chunk.subarray(0, count));
    start += count;
  }
}
