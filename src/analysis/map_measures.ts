import { summarize } from "../tensor/summary.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import type { Values } from "./kernel_measures.ts";

/** The measures of the maps of a layer on one photo, a column a measure. */
export interface MapMeasures {
  /** The smallest finite value. */
  readonly min: Values;
  /** The largest finite value. */
  readonly max: Values;
  /** The mean of the finite values. */
  readonly mean: Values;
  /** The population standard deviation of the finite values. */
  readonly std: Values;
  /** The share of cells that are exactly 0, from 0 to 1. */
  readonly zeros: Values;
  /** The share of cells below 0, from 0 to 1. */
  readonly negatives: Values;
  /** How many cells are NaN or infinite. */
  readonly nonFinite: Values;
}

/**
 * Measures every map of a layer on one photo.
 *
 * @param maps The maps [channels, height, width].
 * @returns Columns of one value a map.
 *
 * @example A map that is half dark
 * ```ts
 * import { measureMaps } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const maps = { data: Float32Array.of(0, 4), dims: [1, 1, 2] };
 * assert.deepEqual(measureMaps(maps).zeros, [0.5]);
 * ```
 */
export function measureMaps(maps: Tensor): MapMeasures {
  const [count = 0, ...size] = maps.dims;
  const cells = size.reduce((product, extent) => product * extent, 1);
  const summaries = Array.from({ length: count }, (_, k) => summarize(sliceAt(maps, k).data));
  return {
    min: summaries.map(({ min }) => min),
    max: summaries.map(({ max }) => max),
    mean: summaries.map(({ mean }) => mean),
    std: summaries.map(({ std }) => std),
    zeros: summaries.map(({ zeros }) => zeros / cells),
    negatives: summaries.map(({ negatives }) => negatives / cells),
    nonFinite: summaries.map(({ nonFinite }) => nonFinite),
  };
}
