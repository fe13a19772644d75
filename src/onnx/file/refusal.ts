import { describeCutOff } from "./cut_off.ts";
import { findMagic } from "./file_magic.ts";
import { findMessageKind } from "./message_kind.ts";
import { describeKind, type FileKind } from "./file_kind.ts";
import { findTextKind } from "./text_kind.ts";
import type { ByteSource } from "../wire/wire.ts";
import { findZipKind } from "./zip_kind.ts";

// Every mark of a kind stands among the first bytes; the farthest, of tar, begins at byte 257.
const HEAD = 4096; // bytes

/** Finds by its content what a file is; null where that is not known. */
export function findFileKind(source: ByteSource): FileKind | null {
  if (source.byteLength === 0) return EMPTY;
  const head = source.read(0, Math.min(HEAD, source.byteLength));
  if (head.every((byte) => byte === 0)) return ZEROS;
  return findMagic(head) ?? findZipKind(source, head) ?? findTextKind(head) ??
    findMessageKind(source);
}

const EMPTY: FileKind = { what: "an empty file", advice: "get the model again" };

const ZEROS: FileKind = {
  what: "a file that begins with nothing but zeros, as a broken download leaves it",
  advice: "get the model again",
};

/** Says what a file is that was refused as a model; the refusal itself where that is not known. */
export function explainRefusal(source: ByteSource, refusal: SyntaxError): SyntaxError {
  const kind = findFileKind(source);
  const state = kind === null ? describeCutOff(source) : describeKind(kind);
  if (state === null) return refusal;
  return new SyntaxError(`Cannot read ONNX model: ${state}`, { cause: refusal });
}
