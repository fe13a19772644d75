import type { Tensor } from "../../tensor/tensor.ts";

/** How the rows of a matrix are packed: in blocks that share a scale, each from a byte on. */
export interface Packing {
  readonly rows: number;
  /** How many numbers a row has. */
  readonly length: number;
  /** How many bits a number takes, the first the lowest of a byte. */
  readonly bits: number;
  /** How many numbers of a row share a scale. */
  readonly blockSize: number;
}

/** What the numbers of packed blocks stand for. */
export interface PackedScales {
  /** A scale for each block. */
  readonly scales: Tensor;
  /** What stands for 0: packed as the numbers are, or a number for each block; null for the middle. */
  readonly zeroPoints: Tensor | null;
}

/**
 * Unpacks a matrix [rows, length] of bytes.
 *
 * Source: https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md (MatMulNBits)
 */
export function unpackBlocks(
  { data: bytes }: Tensor,
  { rows, length, bits, blockSize }: Packing,
  { scales, zeroPoints }: PackedScales,
): Tensor {
  const blocks = Math.ceil(length / blockSize);
  const blob = Math.ceil(blockSize * bits / 8);
  const packedZeros = Math.ceil(blocks * bits / 8);
  const zeroOf = (row: number, block: number): number => {
    if (zeroPoints === null) return 2 ** (bits - 1);
    const { data } = zeroPoints;
    if (data.length === rows * blocks) return data[row * blocks + block]!;
    return readBits(data, row * packedZeros, { bits, at: block });
  };
  const data = new Float32Array(rows * length);
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const [scale, zero] = [scales.data[row * blocks + block]!, zeroOf(row, block)];
      const first = block * blockSize;
      for (let i = 0; i < Math.min(blockSize, length - first); i++) {
        const code = readBits(bytes, (row * blocks + block) * blob, { bits, at: i });
        data[row * length + first + i] = (code - zero) * scale;
      }
    }
  }
  return { data, dims: [rows, length] };
}

// Numbers of 2, 4 or 8 bits lie in a byte each.
function readBits(
  bytes: ArrayLike<number>,
  from: number,
  { bits, at }: { readonly bits: number; readonly at: number },
): number {
  const place = at * bits;
  return bytes[from + Math.floor(place / 8)]! >> place % 8 & (1 << bits) - 1;
}
