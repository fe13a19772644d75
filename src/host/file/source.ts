import { createHash } from "node:crypto";
import { findFolderKind } from "../../onnx/file/folder_kind.ts";
import type { ByteSource } from "../../onnx/wire/wire.ts";
import { findFault } from "./fault.ts";
import { findNamedFile } from "./named_file.ts";
import { createError } from "../../reason/error.ts";

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
  const byteLength = file.statSync().size;
  let windowStart = 0;
  let window: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  const read = (start: number, end: number): Uint8Array<ArrayBuffer> => {
    if (end - start > WINDOW) return readAt(file, start, end);
    if (start < windowStart || end > windowStart + window.length) {
      window = readAt(file, start, Math.min(start + WINDOW, byteLength));
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
    close: () => file.close(),
  };
}

// How many places of a file are looked at, and how much at each: a clock may be too coarse to tell.
const PROBES = 16;
const PROBE_BYTES = 1 << 12;

function takeState(file: Deno.FsFile): string {
  const { size, mtime, ctime } = file.statSync();
  const hash = createHash("sha256").update(`${size} ${mtime?.getTime()} ${ctime?.getTime()}`);
  for (let i = 0; i < PROBES; i++) {
    const start = Math.floor(Math.max(0, size - PROBE_BYTES) * i / (PROBES - 1));
    hash.update(readAt(file, start, Math.min(start + PROBE_BYTES, size)));
  }
  return hash.digest("hex");
}

function openFile(path: string, folder: string, named: string): Deno.FsFile {
  let place: string;
  try {
    place = findNamedFile(path, folder);
    if (!Deno.statSync(place).isDirectory) return Deno.openSync(place, { read: true });
  } catch (cause) {
    const reason = findFault(cause);
    throw createError(Error, { code: "unopened", file: named, reason }, { cause });
  }
  const reason = findFolderKind(listNames(place));
  throw createError(Error, { code: "unopened", file: named, reason });
}

function listNames(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}

// Large enough to hash at the disk's speed, small beside any model.
const HASH_CHUNK = 1 << 20;

function hashFile(file: Deno.FsFile): string {
  const hash = createHash("sha256");
  const chunk = new Uint8Array(HASH_CHUNK);
  file.seekSync(0, Deno.SeekMode.Start);
  for (let count = file.readSync(chunk); count !== null; count = file.readSync(chunk)) {
    hash.update(chunk.subarray(0, count));
  }
  return hash.digest("hex");
}

function readAt(file: Deno.FsFile, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  file.seekSync(start, Deno.SeekMode.Start);
  let filled = 0;
  while (filled < bytes.length) {
    const count = file.readSync(bytes.subarray(filled));
    if (count === null) throw createError(RangeError, { code: "file-ends", byte: start + filled });
    filled += count;
  }
  return bytes;
}
