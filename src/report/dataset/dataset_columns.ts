import type { Families } from "../../analysis/family/families.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";

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
  /** What labels each kernel tells apart; null where photos have none. */
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
  /** The photos that excite each kernel most, each by its strongest cell. */
  readonly strongest: PhotoCells;
  /** Photos whose strongest cell is near the median one, of those that are kept for themselves. */
  readonly middle: PhotoCells;
  /** The photos that both name by their places in this list, in the order of the dataset. */
  readonly named: readonly NamedPhoto[];
}

/** A quantile of all values of each map. */
export interface QuantileColumn {
  /** The share of values below it, 0 to 1. */
  readonly share: number;
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

/** What labels each kernel tells apart, by the strongest cell of each map. */
export interface LabelColumns {
  /**
   * How far the label with the largest mean stands above the mean of the others, (a - b) / (a + b), 0
   * to 1 (Morcos et al. 2018); null where a mean is below 0.
   */
  readonly selectivity: Values;
  /** The labels that each kernel tells from all others best, the best first: places of labels. */
  readonly label: readonly (readonly number[])[];
  /**
   * How well: the chance that the strongest cell of a photo of that label is above that of another
   * photo, ties by halves (AUC), 0 to 1.
   */
  readonly auc: readonly (readonly number[])[];
  /** The mean of the strongest cells of each of them. */
  readonly mean: readonly (readonly number[])[];
  /** The mean of those of all photos that have a label. */
  readonly overall: Values;
}

/** Which kernels go together, by the means of their maps on the photos that are kept for themselves. */
export interface DatasetLikeness {
  /** How many photos. */
  readonly photos: number;
  /** The kernel that goes best with each; null where its means are all the same. */
  readonly kernel: readonly (number | null)[];
  /** The correlation of their means (Pearson). */
  readonly correlation: Values;
  readonly families: Families | null;
  /** Kernels whose maps are the same in all that was counted, a list a set. */
  readonly merged: readonly (readonly number[])[];
}

/** How much of each map depends on something, 0 to 1, over the photos that it was tried on. */
export interface DependenceColumns {
  /** How many photos. */
  readonly photos: number;
  readonly median: Values;
  readonly lowerQuartile: Values;
  readonly upperQuartile: Values;
}
