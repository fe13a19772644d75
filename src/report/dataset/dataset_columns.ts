import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { DependenceColumns } from "../../tally/dependence_columns.ts";
import type { LabelColumns } from "../../tally/label_columns.ts";
import type { DatasetLikeness } from "../../tally/means_likeness.ts";

/**
 * What the kernels of a layer answer to in the photos of a dataset, behind the layer's `activation`, a
 * column a measure in the order of the kernels.
 */
export interface DatasetColumns extends DatasetNumbers, DatasetCells {}

/** What is counted of each kernel: what pages sort, search and tell by. */
export interface DatasetNumbers {
  /** How many photos were seen. */
  readonly photos: number;
  /** How many cells of each map, over all of them. */
  readonly cells: number;
  /** The index of the kernel, counted from 0. */
  readonly index: readonly number[];
  /** The share of photos in whose map a cell is above 0, 0 to 1. */
  readonly onPhotos: Values;
  /** The share of cells that are above 0, 0 to 1. */
  readonly onCells: Values;
  /** How many cells are NaN or infinite. */
  readonly nonFinite: readonly number[];
  /** The mean of the finite values; null where there are none, as of those that follow. */
  readonly mean: Values;
  /** Their standard deviation. */
  readonly deviation: Values;
  /** The smallest. */
  readonly min: Values;
  /** The largest. */
  readonly max: Values;
  /** The value below which a share of the finite values lies, within a quarter of it. */
  readonly quantiles: readonly QuantileColumn[];
  /** What labels each kernel tells apart; null where photos have none, or labels are too many. */
  readonly labels: LabelColumns | null;
  /** Which kernels go together over the photos; null where too few were kept for themselves. */
  readonly likeness: DatasetLikeness | null;
  /** How the maps change where photos are grey; null where that was not tried. */
  readonly colour: DependenceColumns | null;
  /** How they change where photos are blurred; likewise. */
  readonly detail: DependenceColumns | null;
}

/** Which photos excite each kernel, and where: many numbers, which pages load when they are asked for. */
export interface DatasetCells {
  /** The photos that excite each kernel most, each by its strongest cell; none whose map is off. */
  readonly strongest: PhotoCells;
  /**
   * Photos whose strongest cell is near the median one, of those that are kept for themselves and on
   * which the map is on.
   */
  readonly middle: PhotoCells;
  /** The photos that both name by their places in this list, in the order of the dataset. */
  readonly named: readonly NamedPhoto[];
}

/** A quantile of all values of each map. */
export interface QuantileColumn {
  /** The share of values below it, 0 to 1. */
  readonly share: number;
  /** The values. */
  readonly value: Values;
}

/** Cells of photos: a list a kernel, at most 16 each. */
export interface PhotoCells {
  /** The places of the photos in `named`. */
  readonly photo: readonly (readonly number[])[];
  /** The column of the cell, counted from 0. */
  readonly x: readonly (readonly number[])[];
  /** Its row. */
  readonly y: readonly (readonly number[])[];
  /** What the map holds there. */
  readonly value: readonly (readonly number[])[];
}

/** A photo of a dataset. */
export interface NamedPhoto {
  /** Its place in the list of all photos, from 0. */
  readonly place: number;
  /** Its path, relative to the config or within an archive. */
  readonly path: string;
  /** The place of its label in `dataset.labels` of the report; null where it has none. */
  readonly label: number | null;
}
