import type { KernelNumber } from "../analysis/kernel_study.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { MAP_MEASURES, type MapMeasures } from "../analysis/map/map_measures.ts";
import type { KernelColumns } from "../report/layer_report.ts";

/** What a layer amounts to, by the names of the measures of its pairs. */
export type LayerNumbers = ReadonlyMap<string, number>;

/** How the numbers of the pairs of a layer become one. */
type Fold = (values: readonly number[]) => number;

const least: Fold = (values) => values.reduce((a, b) => Math.min(a, b));
const most: Fold = (values) => values.reduce((a, b) => Math.max(a, b));
const total: Fold = (values) => values.reduce((a, b) => a + b);
const mean: Fold = (values) => total(values) / values.length;

// Angles have no mean: 179° and 1° lie alike.
const KERNELS: Readonly<Record<Exclude<KernelNumber, "hue" | "orientation">, Fold>> = {
  min: least,
  max: most,
  mean,
  norm: mean,
  bias: mean,
  dcGain: mean,
  lumaGain: mean,
  chroma: mean,
  centroid: mean,
  coherence: mean,
  bandwidth: mean,
  separability: mean,
  symmetry: mean,
  ownSymmetry: mean,
  roundness: mean,
  waves: mean,
  sparsity: mean,
  nonFinite: total,
};

/** What can be measured of the kernels of a layer. */
export const LAYER_KERNEL_NUMBERS: readonly string[] = Object.keys(KERNELS);

/**
 * Measures the kernels of a layer: means over those that have the measure; of the smallest weights
 * the smallest, of the largest the largest, and of counts the sum.
 */
export function measureLayerKernels(kernels: KernelColumns): LayerNumbers {
  return foldColumns(KERNELS, kernels);
}

const MAPS: Readonly<Record<string, Fold>> = Object.fromEntries(
  Object.entries(MAP_MEASURES).map(([name, { values }]) => [name, foldOf(name, values)]),
);

function foldOf(name: string, values: string): Fold {
  if (name === "min") return least;
  if (name === "max") return most;
  return values === "count" ? total : mean;
}

/** What can be measured of the maps of a layer. */
export const LAYER_MAP_NUMBERS: readonly string[] = Object.keys(MAPS);

/** Measures the maps of a layer on some photos together, in the same way. */
export function measureLayerMaps(photos: readonly MapMeasures[]): LayerNumbers {
  return foldColumns(MAPS, joinColumns(photos));
}

function joinColumns(photos: readonly MapMeasures[]): Record<string, Values> {
  const names = Object.keys(MAP_MEASURES) as (keyof MapMeasures)[];
  return Object.fromEntries(names.map((name) => [name, photos.flatMap((each) => each[name])]));
}

function foldColumns<Name extends string>(
  folds: Readonly<Record<Name, Fold>>,
  columns: Readonly<Record<Name, Values>>,
): LayerNumbers {
  const numbers = Object.entries<Fold>(folds).flatMap(([name, fold]) => {
    const known = columns[name as Name].filter((value) => value !== null);
    return known.length === 0 ? [] : [[name, fold(known)] as const];
  });
  return new Map(numbers);
}
