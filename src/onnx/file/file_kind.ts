import type { FileKindCode } from "../../reason/kind_reasons.ts";
import type { PlainCode, Reason } from "../../reason/reason.ts";

/** What a file or folder is that is no ONNX model. */
export type FileKind = Reason<FileKindCode>;

/** One of which there is nothing more to tell. */
export type PlainKind = PlainCode<FileKindCode>;
