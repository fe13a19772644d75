import { countElements } from "../../tensor/tensor.ts";
import { createError } from "../../reason/error.ts";

/** What is stored of a sparse tensor, and how. */
export interface SparseTensor {
  readonly name: string;
  /** The dims of the whole tensor. */
  readonly dims: readonly number[];
  /** How many bits a value takes. */
  readonly bits: number;
  /** The values that are not 0, as raw bytes, little-endian. */
  readonly values: Uint8Array;
  /** Where they stand: positions in the tensor's data, or along each axis. */
  readonly indices: BigInt64Array;
  /** [count] for positions in the data, [count, rank] for those along each axis. */
  readonly indexDims: readonly number[];
}

// A few bytes of a file may stand for as many values as they like; no convolution has more weights.
const MAX_SPREAD = 1 << 28;

/**
 * Spreads a sparse tensor out to the raw bytes of all its values.
 *
 * Source: https://onnx.ai/onnx/repo-docs/IR.html, SparseTensorProto
 *
 * @throws {SyntaxError} If an index lies outside of the tensor.
 * @throws {RangeError} If it has too many values.
 */
export function spreadSparse(sparse: SparseTensor): Uint8Array<ArrayBuffer> {
  const { name, dims, bits, values, indexDims } = sparse;
  const count = countElements(dims);
  if (count > MAX_SPREAD) {
    const most = MAX_SPREAD;
    throw createError(RangeError, { code: "sparse-too-large", tensor: name, dims, most });
  }
  const stored = Math.floor(values.length * 8 / bits);
  if (indexDims[0]! > stored) {
    const counts = { values: stored, indices: indexDims[0]! };
    throw createError(SyntaxError, { code: "sparse-count", tensor: name, ...counts });
  }
  const data = new Uint8Array(Math.ceil(count * bits / 8));
  const copy = bits < 8 ? copyBits : copyBytes;
  findPositions(sparse, count).forEach((to, from) => copy({ bits, values, data }, from, to));
  return data;
}

function findPositions({ name, dims, indices, indexDims }: SparseTensor, count: number): number[] {
  const perAxis = indexDims.length === 2 && indexDims[1] === dims.length;
  if (!perAxis && indexDims.length !== 1) {
    throw createError(SyntaxError, { code: "sparse-misfit", tensor: name, dims, indexDims });
  }
  return Array.from({ length: indexDims[0]! }, (_, i) => {
    const position = perAxis
      ? joinIndex(indices.subarray(i * dims.length, (i + 1) * dims.length), dims)
      : Number(indices[i]);
    if (position >= 0 && position < count) return position;
    throw createError(SyntaxError, { code: "sparse-outside", tensor: name, dims, value: i });
  });
}

// −1 where an index lies outside of its axis.
function joinIndex(index: BigInt64Array, dims: readonly number[]): number {
  return dims.reduce((position, extent, axis) => {
    const along = Number(index[axis]);
    return position < 0 || along < 0 || along >= extent ? -1 : position * extent + along;
  }, 0);
}

/** Where values are copied from and to. */
interface Copy {
  readonly bits: number;
  readonly values: Uint8Array;
  readonly data: Uint8Array;
}

function copyBytes({ bits, values, data }: Copy, from: number, to: number): void {
  const size = bits / 8;
  data.set(values.subarray(from * size, (from + 1) * size), to * size);
}

// Values of less than a byte, the first in the lowest bits.
function copyBits({ bits, values, data }: Copy, from: number, to: number): void {
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  const value = values[Math.floor(from / perByte)]! >> bits * (from % perByte) & mask;
  const place = Math.floor(to / perByte);
  const shift = bits * (to % perByte);
  data[place] = data[place]! & ~(mask << shift) | value << shift;
}
