import { summarize } from "../../tensor/summary.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { toUnit } from "../../tensor/unit.ts";
import { measureEdgeCorrelation } from "./edge_correlation.ts";
import { measureEntropy } from "./entropy.ts";
import { measureKeepsPicture } from "./keeps_picture.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import { measureLumaCorrelation } from "./luma_correlation.ts";
import type { PhotoPlanes } from "./photo_planes.ts";

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
  /** The entropy of the finite values, from 0 to 8 bits. */
  readonly entropy: Values;
  /** How much of the map is photo: R² on the photo's channels, from 0 to 1. */
  readonly keepsPicture: Values;
  /** How the map goes with the photo's luma: |r|, from 0 to 1. */
  readonly luma: Values;
  /** How the map goes with the photo's edges: |r|, from 0 to 1. */
  readonly edges: Values;
}

/**
 * Measures every map of a layer on one photo.
 *
 * @param maps The maps [channels, height, width].
 * @param photo The photo at the size of the maps. What compares with it is null
 * without one, for maps that are not two-dimensional, are constant, or hold
 * values that are not finite.
 * @returns Columns of one value a map.
 * @throws {RangeError} If the photo has another size than the maps.
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
export function measureMaps(maps: Tensor, photo: PhotoPlanes | null = null): MapMeasures {
  const [count = 0, ...size] = maps.dims;
  const seen = size.length === 2 ? photo : null;
  if (seen !== null) requireSize(seen, size);
  const rows = Array.from({ length: count }, (_, k) => measureMap(sliceAt(maps, k).data, seen));
  const column = (name: keyof MapMeasures): Values => rows.map((row) => row[name]);
  return {
    min: column("min"),
    max: column("max"),
    mean: column("mean"),
    std: column("std"),
    zeros: column("zeros"),
    negatives: column("negatives"),
    nonFinite: column("nonFinite"),
    entropy: column("entropy"),
    keepsPicture: column("keepsPicture"),
    luma: column("luma"),
    edges: column("edges"),
  };
}

function requireSize({ height, width }: PhotoPlanes, size: readonly number[]): void {
  if (size[0] === height && size[1] === width) return;
  const cells = `${width} x ${height}`;
  throw new RangeError(
    `Cannot compare maps of ${size[1]} x ${size[0]} cells with photo: it has ${cells}`,
  );
}

function measureMap(
  values: Float32Array,
  photo: PhotoPlanes | null,
): Record<keyof MapMeasures, number | null> {
  const summary = summarize(values);
  const unit = photo && toUnit(values);
  return {
    ...summary,
    zeros: summary.zeros / values.length,
    negatives: summary.negatives / values.length,
    entropy: measureEntropy(values, summary),
    keepsPicture: photo && measureKeepsPicture(unit, photo),
    luma: photo && measureLumaCorrelation(unit, photo),
    edges: photo && measureEdgeCorrelation(unit, photo),
  };
}
