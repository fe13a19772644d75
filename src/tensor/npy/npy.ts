import { type NpyHead, readNpyHead } from "./npy_head.ts";
import { findNpyType, type NpyType } from "./npy_type.ts";
import { countElements, type Tensor } from "../tensor.ts";
import { createError } from "../../reason/error.ts";

const MAGIC = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0]; // version 1.0
const ALIGNMENT = 64;

/**
 * Encodes a tensor as a .npy file: little-endian float32, C order.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function encodeNpy({ data, dims }: Tensor): Uint8Array<ArrayBuffer> {
  const shape = dims.length === 1 ? `${dims[0]},` : dims.join(", ");
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape}), }`;
  const length = dictionary.length + 1; // with the newline that ends the header
  const padding = (ALIGNMENT - (MAGIC.length + 2 + length) % ALIGNMENT) % ALIGNMENT;
  const header = new TextEncoder().encode(`${dictionary}${" ".repeat(padding)}\n`);
  const file = new Uint8Array(MAGIC.length + 2 + header.length + 4 * data.length);
  file.set(MAGIC);
  new DataView(file.buffer).setUint16(MAGIC.length, header.length, true);
  file.set(header, MAGIC.length + 2);
  const body = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  file.set(body, MAGIC.length + 2 + header.length);
  return file;
}

/**
 * Decodes a .npy file: real and whole numbers of any size and byte order, in C
 * or Fortran order, as float32 in C order.
 *
 * @throws {SyntaxError} If the bytes are no such file, or hold more or less than they say.
 * @throws {TypeError} If the elements are no real or whole numbers.
 */
export function decodeNpy(bytes: Uint8Array): Tensor {
  const { type, fortran, dims, start } = readChecked(bytes);
  const body = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const count = countElements(dims);
  return { data: fortran ? readColumns(body, type, dims) : readRows(body, type, count), dims };
}

/** Reads the dims of a .npy file that {@linkcode decodeNpy} would decode. */
export function readNpyShape(bytes: Uint8Array): readonly number[] {
  return readChecked(bytes).dims;
}

function readChecked(bytes: Uint8Array): NpyHead & { readonly type: NpyType } {
  const head = readNpyHead(bytes);
  const { descr, dims, start } = head;
  const type = findNpyType(descr);
  const needed = countElements(dims) * type.bytes;
  const held = bytes.length - start;
  if (needed !== held) {
    throw createError(SyntaxError, { code: "npy-bytes", dims, descr, needed, held });
  }
  return { ...head, type };
}

function readRows(body: DataView, { bytes, read }: NpyType, count: number): Float32Array {
  const data = new Float32Array(count);
  for (let i = 0; i < count; i++) data[i] = read(body, i * bytes);
  return data;
}

// Element (i₀, i₁, …) of a Fortran array lies at i₀ + d₀ (i₁ + d₁ (i₂ + …)).
function readColumns(
  body: DataView,
  { bytes, read }: NpyType,
  dims: readonly number[],
): Float32Array {
  const data = new Float32Array(countElements(dims));
  const steps = dims.map((_, axis) => countElements(dims.slice(0, axis)));
  const index = dims.map(() => 0);
  let at = 0;
  for (let i = 0; i < data.length; i++) {
    data[i] = read(body, at * bytes);
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      at += steps[axis]!;
      if (++index[axis]! < dims[axis]!) break;
      at -= steps[axis]! * dims[axis]!;
      index[axis] = 0;
    }
  }
  return data;
}
