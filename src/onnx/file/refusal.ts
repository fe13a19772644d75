import { findCutOff } from "./cut_off.ts";
import { findMagic } from "./file_magic.ts";
import { findMessageKind } from "./message_kind.ts";
import type { FileKind } from "./file_kind.ts";
import { createError } from "../../reason/error.ts";
import { findTextKind } from "./text_kind.ts";
import type { ByteSource } from "../wire/wire.ts";
import { findZipKind } from "./zip_kind.ts";

// Every mark of a kind stands among the first bytes; the farthest, of tar, begins at byte 257.
const HEAD = 4096; // bytes

/** Finds by its content what a file is; null where that is not known. */
export function findFileKind(source: ByteSource): FileKind | null {
  if (source.byteLength === 0) return { code: "empty-file" };
  const head = source.read(0, Math.min(HEAD, source.byteLength));
  if (head.every((byte) => byte === 0)) return { code: "zeros" };
  return findMagic(head) ?? findZipKind(source, head) ?? findTextKind(head) ??
    findMessageKind(source);
}

/** Says what a file is that was refused as a model; the refusal itself where that is not known. */
export function explainRefusal(source: ByteSource, refusal: SyntaxError): SyntaxError {
  const reason = findFileKind(source) ?? findCutOff(source);
  if (reason === null) return refusal;
  return createError(SyntaxError, { code: "no-model", reason }, { cause: refusal });
}
