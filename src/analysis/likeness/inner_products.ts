import { combineRows, type Strip } from "../../tensor/row/row_pairs.ts";

/**
 * How many products of two weights comparing the kernels of a layer may take: some seconds of work.
 * Only classifiers that were turned into convolutions need more, of thousands of kernels each.
 */
export const MOST_PRODUCTS = 1e10;

/** Equally long rows of numbers, one after another. */
export interface Rows {
  readonly data: Float32Array;
  readonly count: number;
  /** How many numbers a row has. */
  readonly length: number;
}

/** Some of the rows of kernels, and which kernels they are. */
export interface PickedRows {
  readonly rows: Rows;
  readonly kernels: readonly number[];
}

/** Picks rows, in their order; all of them are not copied. */
export function pickRows(rows: Rows, keep: (k: number) => boolean): PickedRows {
  const { data, count, length } = rows;
  const kernels = Array.from({ length: count }, (_, k) => k).filter(keep);
  if (kernels.length === count) return { rows, kernels };
  const picked = new Float32Array(kernels.length * length);
  kernels.forEach((k, i) => picked.set(data.subarray(k * length, (k + 1) * length), i * length));
  return { rows: { data: picked, count: kernels.length, length }, kernels };
}

/** Gives the inner products of every row of `a` with every row of `b`: A Bᵀ [a.count, b.count]. */
export function multiplyRows(a: Rows, b: Rows): Float32Array {
  const left = toStrip(a);
  return combineRows(left, a === b ? left : toStrip(b), "product");
}

function toStrip(rows: Rows): Strip {
  return { ...rows, start: 0, stride: rows.length };
}
