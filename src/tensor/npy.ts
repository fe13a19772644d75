import type { Tensor } from "./tensor.ts";

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
