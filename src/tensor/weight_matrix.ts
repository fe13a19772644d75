import { firstInputOf } from "./first_input.ts";
import type { Tensor } from "./tensor.ts";

/** In which order the rows and columns of a matrix of weights stand. */
export interface MatrixOrder {
  /** The outputs, top to bottom. */
  readonly output: readonly number[];
  /** The inputs, left to right. */
  readonly input: readonly number[];
}

// A matrix of noise takes a byte a pixel: no more than a quarter of a megabyte.
const MOST_PIXELS = 512;

/** Finds how many of so many rows or columns a pixel of a drawn matrix stands for. */
export function findAveraged(extent: number): number {
  return Math.max(1, Math.ceil(extent / MOST_PIXELS));
}

/** Gives the dims of the matrix [1, 1, out, in] that kernels [out, in / group, …] are arranged as. */
export function shapeMatrix([count = 0, read = 1]: readonly number[], group: number): number[] {
  return [1, 1, ...[count, read * group].map((extent) => Math.ceil(extent / findAveraged(extent)))];
}

/**
 * Arranges kernels of single weights [out, in / group, …] as the matrix that they are,
 * [1, 1, out, in]: rows and columns in an order, means of neighbours where there are many. What a
 * kernel does not read, as it is of another group, is 0.
 */
export function arrangeMatrix(
  { data, dims: [count = 0, read = 1] }: Tensor,
  { output, input }: MatrixOrder,
): Tensor {
  const [down, across] = [findAveraged(count), findAveraged(input.length)];
  const group = input.length / read;
  const dims = shapeMatrix([count, read], group);
  const [height = 0, width = 0] = dims.slice(2);
  const sums = new Float64Array(height * width);
  const slices = Int32Array.from(input);
  const pixels = slices.map((_, column) => Math.floor(column / across));
  for (let row = 0; row < count; row++) {
    const k = output[row]!;
    const first = firstInputOf(k, { count, read, group });
    const start = Math.floor(row / down) * width;
    for (let column = 0; column < slices.length; column++) {
      const slice = slices[column]! - first;
      if (slice >= 0 && slice < read) sums[start + pixels[column]!]! += data[k * read + slice]!;
    }
  }
  const averaged = new Float32Array(sums.length);
  for (let i = 0; i < sums.length; i++) {
    const rows = countWithin(Math.floor(i / width), down, count);
    averaged[i] = sums[i]! / (rows * countWithin(i % width, across, input.length));
  }
  return { data: averaged, dims };
}

// The last pixel may stand for fewer.
function countWithin(pixel: number, step: number, extent: number): number {
  return Math.min(step, extent - pixel * step);
}

// Of numbers that are spread as noise is, all but three in a thousand lie within.
const DEVIATIONS = 3;

/**
 * Finds between which numbers a matrix is drawn, the same above and below 0: three times the root of
 * their mean square, zeros left out, and no more than the largest.
 */
export function findLimit(matrix: Float32Array): number {
  let [squares, count, most] = [0, 0, 0];
  for (let i = 0; i < matrix.length; i++) {
    const size = Math.abs(matrix[i]!);
    if (!(size > 0 && size < Infinity)) continue;
    squares += size * size;
    count++;
    if (size > most) most = size;
  }
  return count === 0 ? 0 : Math.min(most, DEVIATIONS * Math.sqrt(squares / count));
}
