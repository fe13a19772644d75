import { summarize, type Summary } from "../../tensor/summary.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import { toUnitOf } from "../../tensor/unit.ts";
import { measureEdgeCorrelation } from "./edge_correlation.ts";
import { measureEntropy } from "./entropy.ts";
import { measureKeepsPicture } from "./keeps_picture.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import { measureLumaCorrelation } from "./luma_correlation.ts";
import type { PhotoPlanes } from "./photo_planes.ts";

/** What is to be known of a measure of maps. */
export interface MapMeasureFacts {
  /** What it is, as the schema of `layer.json` tells it. */
  readonly meaning: string;
  /**
   * What its values are: from 0 to 1, bits of information, numbers of cells, or any other amount,
   * with a unit or without; pages give the first two with two decimals, amounts with three digits.
   */
  readonly values: "share" | "bits" | "amount" | "count";
  /** Whether its mean over the photos tells of the kernel: such a measure is shown on pages. */
  readonly isAveraged: boolean;
  /** Whether it compares the map with the photo: such measures are shown first. */
  readonly comparesPhoto: boolean;
}

/** The measures of maps, in the order of their columns. */
export const MAP_MEASURES = {
  min: {
    meaning: "The smallest finite value.",
    values: "amount",
    isAveraged: false,
    comparesPhoto: false,
  },
  max: {
    meaning: "The largest finite value.",
    values: "amount",
    isAveraged: false,
    comparesPhoto: false,
  },
  mean: {
    meaning: "The mean of the finite values.",
    values: "amount",
    isAveraged: true,
    comparesPhoto: false,
  },
  std: {
    meaning: "The population standard deviation of the finite values; null for a single cell.",
    values: "amount",
    isAveraged: true,
    comparesPhoto: false,
  },
  zeros: {
    meaning: "The share of cells that are exactly 0.",
    values: "share",
    isAveraged: true,
    comparesPhoto: false,
  },
  negatives: {
    meaning: "The share of cells below 0.",
    values: "share",
    isAveraged: true,
    comparesPhoto: false,
  },
  nonFinite: {
    meaning: "How many cells are NaN or infinite.",
    values: "count",
    isAveraged: false,
    comparesPhoto: false,
  },
  entropy: {
    meaning: "The entropy of the finite values, from 0 to 8 bits; null for a single cell.",
    values: "bits",
    isAveraged: true,
    comparesPhoto: false,
  },
  keepsPicture: {
    meaning: "How much of the map is photo: the share of its variance that a linear fit of " +
      "the photo's channels explains (R squared), 0 to 1.",
    values: "share",
    isAveraged: true,
    comparesPhoto: true,
  },
  turnedPicture: {
    meaning: "The same with the photo turned by 180 degrees: how much comes about by chance, " +
      "most in maps of few cells.",
    values: "share",
    isAveraged: true,
    comparesPhoto: true,
  },
  luma: {
    meaning: "How the map goes with the photo's luma: |r|, 0 to 1.",
    values: "share",
    isAveraged: true,
    comparesPhoto: true,
  },
  edges: {
    meaning: "How the map goes with the photo's edges: |r|, 0 to 1.",
    values: "share",
    isAveraged: true,
    comparesPhoto: true,
  },
} as const satisfies Readonly<Record<string, MapMeasureFacts>>;

/** The measures of the maps of a layer on one photo, a column a measure. */
export type MapMeasures = { readonly [Name in keyof typeof MAP_MEASURES]: Values };

const NAMES = Object.keys(MAP_MEASURES) as readonly (keyof MapMeasures)[];

/** A map, and what is found of it once for all its measures. */
interface MeasuredMap {
  readonly values: Float32Array;
  readonly summary: Summary;
  /** The map, centred and of length 1; null where it has no such form, or no photo. */
  readonly unit: Float64Array | null;
  /** The photo at the size of the map; null where there is none to compare with. */
  readonly photo: PhotoPlanes | null;
}

const FORMULAS: Readonly<Record<keyof MapMeasures, (map: MeasuredMap) => number | null>> = {
  min: ({ summary }) => summary.min,
  max: ({ summary }) => summary.max,
  mean: ({ summary }) => summary.mean,
  std: ({ summary, values }) => values.length === 1 ? null : summary.std,
  zeros: ({ summary, values }) => summary.zeros / values.length,
  negatives: ({ summary, values }) => summary.negatives / values.length,
  nonFinite: ({ summary }) => summary.nonFinite,
  entropy: ({ summary, values }) => values.length === 1 ? null : measureEntropy(values, summary),
  keepsPicture: ({ unit, photo }) => photo && measureKeepsPicture(unit, photo),
  turnedPicture: ({ unit, photo }) => photo && measureKeepsPicture(unit && turnHalf(unit), photo),
  luma: ({ unit, photo }) => photo && measureLumaCorrelation(unit, photo),
  edges: ({ unit, photo }) => photo && measureEdgeCorrelation(unit, photo),
};

// A map turned lies on the photo as the map lies on the photo turned.
function turnHalf(unit: Float64Array): Float64Array {
  return unit.slice().reverse();
}

/**
 * Measures every map of a layer on one photo.
 *
 * @param maps The maps [channels, height, width].
 * @param photo The photo at the size of the maps. What compares with it is null
 * without one, for maps that are not two-dimensional, are constant, or hold
 * values that are not finite.
 * @returns Columns of one value a map; {@linkcode MAP_MEASURES} says what each measure is.
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
  const columns = NAMES.map((name) => [name, rows.map((row) => row[name])]);
  return Object.fromEntries(columns) as MapMeasures;
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
): Readonly<Record<keyof MapMeasures, number | null>> {
  const summary = summarize(values);
  const map = { values, summary, unit: photo && toUnitOf(values, summary), photo };
  const cells = NAMES.map((name) => [name, FORMULAS[name](map)]);
  return Object.fromEntries(cells);
}
