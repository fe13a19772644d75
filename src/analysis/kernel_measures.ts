import { summarize } from "../tensor/summary.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";

/** One value for each kernel or map; null where the measure has no meaning. */
export type Values = readonly (number | null)[];

/** The measures of the kernels of a layer, a column a measure. */
export interface KernelMeasures {
  /** The smallest finite weight. */
  readonly min: Values;
  /** The largest finite weight. */
  readonly max: Values;
  /** The mean of the finite weights. */
  readonly mean: Values;
  /** √(Σ w²) over the finite weights. */
  readonly norm: Values;
  /** How many weights are NaN or infinite. */
  readonly nonFinite: Values;
}

/**
 * Measures every kernel of a layer.
 *
 * @param kernels The weights [outChannels, inChannels / group, …kernelShape].
 * @returns Columns of one value a kernel.
 *
 * @example A kernel of ones
 * ```ts
 * import { measureKernels } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const box = { data: new Float32Array(9).fill(1), dims: [1, 1, 3, 3] };
 * assert.deepEqual(measureKernels(box).norm, [3]);
 * ```
 */
export function measureKernels(kernels: Tensor): KernelMeasures {
  const [count = 0] = kernels.dims;
  const each = Array.from({ length: count }, (_, k) => sliceAt(kernels, k).data);
  const summaries = each.map(summarize);
  return {
    min: summaries.map(({ min }) => min),
    max: summaries.map(({ max }) => max),
    mean: summaries.map(({ mean }) => mean),
    norm: each.map(measureNorm),
    nonFinite: summaries.map(({ nonFinite }) => nonFinite),
  };
}

function measureNorm(weights: Float32Array): number {
  let squares = 0;
  for (const weight of weights) if (Number.isFinite(weight)) squares += weight ** 2;
  return Math.sqrt(squares);
}
