import { describeKind } from "../onnx/file_kind.ts";
import { findFolderKind } from "../onnx/folder_kind.ts";
import type { ByteSource } from "../onnx/wire.ts";
import { describeFault } from "./fault.ts";
import { findNamedFile } from "./named_file.ts";

/** A file that is read where it is needed, until it is closed. */
export interface OpenSource {
  readonly source: ByteSource;
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
  return { source: { byteLength, read }, close: () => file.close() };
}

function openFile(path: string, folder: string, named: string): Deno.FsFile {
  let place: string;
  try {
    place = findNamedFile(path, folder);
    if (!Deno.statSync(place).isDirectory) return Deno.openSync(place, { read: true });
  } catch (cause) {
    throw new Error(`Cannot open file "${named}": ${describeFault(cause)}`, { cause });
  }
  throw new Error(`Cannot open file "${named}": ${describeKind(findFolderKind(listNames(place)))}`);
}

function listNames(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}

function readAt(file: Deno.FsFile, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  file.seekSync(start, Deno.SeekMode.Start);
  let filled = 0;
  while (filled < bytes.length) {
    const count = file.readSync(bytes.subarray(filled));
    if (count === null) throw new RangeError(`Cannot read file: it ends at byte ${start + filled}`);
    filled += count;
  }
  return bytes;
}
