import { createError } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";

/** What stands before the elements of a .npy file. */
export interface NpyHead {
  /** The type of the elements, as numpy writes it, such as `<f4`. */
  readonly descr: string;
  /** Whether the first axis is the fastest. */
  readonly fortran: boolean;
  readonly dims: readonly number[];
  /** Where the elements begin, in bytes. */
  readonly start: number;
}

const MAGIC = [0x93, ...new TextEncoder().encode("NUMPY")];
const ZIP = [...new TextEncoder().encode("PK")];

// numpy's own reader takes no longer one without being told to trust the file.
const LONGEST_HEAD = 10000;

// numpy's arrays have no more.
const MOST_AXES = 64;

/** Tells whether bytes are those of a .npy file. */
export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads the head of a .npy file, of versions 1 to 3.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 *
 * @throws {SyntaxError} If the bytes are no such file.
 */
export function readNpyHead(bytes: Uint8Array): NpyHead {
  if (!isNpy(bytes)) refuse(findOther(bytes));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) refuse({ code: "npy-ends", byte: bytes.length });
  const version = bytes[6]!;
  if (version < 1 || version > 3) refuse({ code: "npy-version", version });
  const begin = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEAD) refuse({ code: "npy-head-length", bytes: length });
  const start = begin + length;
  if (start > bytes.length) refuse({ code: "npy-head-ends", byte: bytes.length });
  return { ...parseHead(new TextDecoder().decode(bytes.subarray(begin, start))), start };
}

function findOther(bytes: Uint8Array): Reason {
  if (bytes.length === 0) return { code: "npy-empty" };
  return { code: ZIP.every((byte, i) => bytes[i] === byte) ? "npy-archive" : "npy-other" };
}

// The head is a Python dictionary: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
function parseHead(text: string): Omit<NpyHead, "start"> {
  const descr = /['"]descr['"]\s*:\s*(?:['"]([^'"]*)['"]|(\[))/.exec(text);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text);
  const shape = /['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/.exec(text);
  if (descr === null || order === null || shape === null) {
    refuse({ code: "npy-head" });
  }
  if (descr[2] !== undefined) refuse({ code: "npy-records" });
  return {
    descr: descr[1]!,
    fortran: order[1] === "True",
    dims: parseShape(shape[1]!),
  };
}

function parseShape(text: string): readonly number[] {
  const parts = text.split(",").map((part) => part.trim().replace(/L$/, ""));
  const dims = parts.filter((part) => part !== "").map(Number);
  if (dims.length > MOST_AXES || !dims.every(Number.isSafeInteger)) {
    refuse({ code: "npy-shape", shape: text.slice(0, 40) });
  }
  return dims;
}

function refuse(reason: Reason): never {
  throw createError(SyntaxError, reason);
}
