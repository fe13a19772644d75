import assert from "node:assert/strict";
import { createTensor, type Tensor } from "../../src/tensor/tensor.ts";

/** What NumPy would read of a .npy file. */
export interface NpyFile extends Tensor {
  /** Where the numbers begin, in bytes. */
  readonly start: number;
}

/** Decodes a .npy file of version 1.0 that holds little-endian float32 in C order. */
export function decodeNpy(bytes: Uint8Array<ArrayBuffer>): NpyFile {
  assert.deepEqual([...bytes.subarray(0, 8)], [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = 10 + view.getUint16(8, true);
  const header = new TextDecoder().decode(bytes.subarray(10, start));
  assert.match(header, /'descr': '<f4'/);
  assert.match(header, /'fortran_order': False/);
  const [, shape] = /'shape': \(([^)]*)\)/.exec(header)!;
  const dims = shape!.split(",").map((part) => part.trim()).filter(Boolean).map(Number);
  const data = new Float32Array(bytes.slice(start).buffer);
  return { ...createTensor(data, dims), start };
}
