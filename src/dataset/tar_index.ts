import type { ByteSource } from "../onnx/wire/wire.ts";
import { createError } from "../reason/error.ts";

/** A file within an archive: where its bytes are. */
export interface TarFile {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

// Blocks of a head and of content, as POSIX has it (pax, ustar) and GNU tar adds to.
const BLOCK = 512;

/** What a head says, and what heads before it say of the file. */
interface TarHead {
  readonly path: string;
  readonly size: number;
  /** What kind of file it is: a letter, or a digit. */
  readonly type: string;
}

/**
 * Lists the files of a tar archive by its heads alone, so that not more than these is read.
 *
 * @param file What messages call it.
 * @throws {SyntaxError} If it is none, or ends early.
 */
export function indexTar(source: ByteSource, file: string): TarFile[] {
  const found: TarFile[] = [];
  let told: Partial<TarHead> = {}; // what heads of other kinds say of the next file
  for (let at = 0; at < source.byteLength;) {
    if (at + BLOCK > source.byteLength) throw refuseEnd(file, at);
    const block = source.read(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) break;
    const head = { ...readHead(block, { file, at }), ...told };
    const [start, end] = [at + BLOCK, at + BLOCK + head.size];
    if (end > source.byteLength) throw refuseEnd(file, at);
    at = start + Math.ceil(head.size / BLOCK) * BLOCK;
    const read = TOLD[head.type];
    if (read !== undefined) told = { ...told, ...read(source.read(start, end)) };
    else {
      if (FILES.includes(head.type)) found.push({ path: head.path, start, end });
      told = {};
    }
  }
  return found;
}

function refuseEnd(file: string, at: number): SyntaxError {
  return createError(SyntaxError, { code: "tar-ends", file, at });
}

// Regular files, of all versions of the format.
const FILES = ["0", "\0", "7"];

const TOLD: Readonly<Record<string, (content: Uint8Array) => Partial<TarHead>>> = {
  x: readPax,
  g: () => ({}),
  L: (content) => ({ path: decode(content) }),
  K: () => ({}),
};

function readHead(
  block: Uint8Array,
  { file, at }: { readonly file: string; readonly at: number },
): TarHead {
  const text = (start: number, length: number): string =>
    decode(block.subarray(start, start + length));
  const sum = block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  if (parseInt(text(148, 8).trim(), 8) !== sum) {
    throw createError(SyntaxError, { code: at === 0 ? "tar-none" : "tar-broken", file, at });
  }
  const prefix = text(257, 6).startsWith("ustar") && text(263, 2) === "00" ? text(345, 155) : "";
  const name = text(0, 100);
  return {
    path: prefix === "" ? name : `${prefix}/${name}`,
    size: readSize(block.subarray(124, 136)),
    type: String.fromCharCode(block[156]!),
  };
}

// Octal digits; of 8 GiB or more base 256 behind a bit.
function readSize(field: Uint8Array): number {
  if (field[0]! < 0x80) return parseInt(decode(field).trim() || "0", 8);
  return field.subarray(1).reduce((size, byte) => size * 256 + byte, field[0]! & 0x7f);
}

// Records such as `30 path=photos/cat.jpg\n`.
function readPax(content: Uint8Array): Partial<TarHead> {
  const told: { path?: string; size?: number } = {};
  for (let at = 0; at < content.length;) {
    const length = parseInt(decode(content.subarray(at, at + 20)), 10);
    if (!(length > 0)) break;
    const [, key, value = ""] = /^\d+ ([^=]+)=(.*)\n$/s
      .exec(new TextDecoder().decode(content.subarray(at, at + length))) ?? [];
    if (key === "path") told.path = value;
    if (key === "size") told.size = Number(value);
    at += length;
  }
  return told;
}

function decode(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
