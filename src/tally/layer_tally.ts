import { addToSums, createExactSums, type ExactSums, mergeSums } from "./exact_sums.ts";
import { findTops, listRaised, raiseBins } from "./label_bins.ts";
import { addLabelled, createLabelTally, type LabelTally, mergeLabels } from "./label_tally.ts";
import type { PhotoDependence } from "./photo_dependence.ts";
import type { PhotoNumbers } from "./photo_numbers.ts";
import {
  createStrongest,
  mergeStrongest,
  type StrongestPhotos,
  takePhoto,
} from "./strongest_photos.ts";
import { BIN_COUNT } from "./value_bins.ts";
import type { BinCounts } from "./value_counts.ts";

/** How many photos are kept for themselves: evenly spread over all, chosen before any is seen. */
export const KEPT_SAMPLED = 256;

/** How many photos a kernel keeps that excite it most. */
export const KEPT_STRONGEST = 16;

/**
 * What the maps of a layer are on the photos of a dataset, behind what follows the convolution cell by
 * cell. It takes as much room whatever the number of photos, and is the same whatever their order.
 */
export interface LayerTally {
  readonly kernels: number;
  /** How many photos were seen. */
  photos: number;
  /** How many cells of each map. */
  cells: number;
  /** Of each kernel the sum of its finite values, a photo's rounded to float64. */
  readonly sums: ExactSums;
  /** Of each kernel the sum of their squares, likewise. */
  readonly squares: ExactSums;
  /** How many photos have a cell above 0. */
  readonly onPhotos: Float64Array;
  /** How many cells are above 0. */
  readonly onCells: Float64Array;
  /** How many cells are NaN or infinite. */
  readonly nonFinite: Float64Array;
  /** The largest and the smallest finite values; infinite where there are none. */
  readonly largest: Float32Array;
  readonly smallest: Float32Array;
  /** How many cells are in each bin above 0: [kernels, bins]. */
  readonly above: Float64Array;
  /** The same below 0; null where none was. */
  below: Float64Array | null;
  readonly strongest: StrongestPhotos;
  /** Photos that are chosen before any is seen, by their places in the list. */
  readonly sampled: Map<number, SampledPhoto>;
  /** Those of them that were fed without their colours and their details too. */
  readonly tried: Map<number, PhotoDependence>;
  /** The photos of each label, by its place in the list of labels. */
  readonly labels: Map<number, LabelTally>;
}

/** What one photo has for each kernel of a layer. */
export interface SampledPhoto {
  /** The means of the finite values; 0 where there are none. */
  readonly means: Float32Array;
  /** The largest finite values, and their cells. */
  readonly strongest: Float32Array;
  readonly cells: Uint32Array;
}

/** A photo of a dataset. */
export interface TalliedPhoto {
  /** Its place in the list of all photos, from 0. */
  readonly place: number;
  /** The place of its label; null where it has none. */
  readonly label: number | null;
  /** Whether it is one of the photos that are kept for themselves. */
  readonly isSampled: boolean;
  /** Whether it is counted how the strongest values of each label are spread. */
  readonly isBinned: boolean;
}

/** Begins the tally of a layer. */
export function createLayerTally(kernels: number): LayerTally {
  return {
    ...{ kernels, photos: 0, cells: 0 },
    sums: createExactSums(kernels),
    squares: createExactSums(kernels),
    onPhotos: new Float64Array(kernels),
    onCells: new Float64Array(kernels),
    nonFinite: new Float64Array(kernels),
    largest: new Float32Array(kernels).fill(-Infinity),
    smallest: new Float32Array(kernels).fill(Infinity),
    above: new Float64Array(kernels * BIN_COUNT),
    below: null,
    strongest: createStrongest(kernels, KEPT_STRONGEST),
    sampled: new Map(),
    tried: new Map(),
    labels: new Map(),
  };
}

/** Adds a photo; its values are counted apart, by {@linkcode addCounts}. */
export function addPhoto(
  tally: LayerTally,
  { place, label, isSampled, isBinned }: TalliedPhoto,
  numbers: PhotoNumbers,
): void {
  tally.photos++;
  tally.cells += numbers.cells;
  addToSums(tally.sums, numbers.sums);
  addToSums(tally.squares, numbers.squares);
  const tops = raiseExtremes(tally, numbers);
  for (let kernel = 0; kernel < tally.kernels; kernel++) {
    tally.onCells[kernel]! += numbers.on[kernel]!;
    if (numbers.on[kernel]! > 0) tally.onPhotos[kernel]!++;
    tally.nonFinite[kernel]! += numbers.nonFinite[kernel]!;
    const value = numbers.strongest[kernel]!;
    if (value === -Infinity) continue;
    takePhoto(tally.strongest, kernel, { value, photo: place, cell: numbers.places[kernel]! });
  }
  if (isSampled) tally.sampled.set(place, samplePhoto(numbers));
  if (label === null) return;
  const labelled = tally.labels.get(label) ?? createLabelTally(tally.kernels, isBinned);
  tally.labels.set(label, labelled);
  addLabelled(labelled, numbers.strongest, tops);
}

function samplePhoto({ cells, sums, nonFinite, strongest, places }: PhotoNumbers): SampledPhoto {
  const means = Float32Array.from(sums, (sum, kernel) => {
    const finite = cells - nonFinite[kernel]!;
    return finite === 0 ? 0 : sum / finite;
  });
  return { means, strongest, cells: places };
}

/** Adds how many cells have values in each bin. */
export function addCounts(
  tally: LayerTally,
  { above, below }: Pick<BinCounts | LayerTally, "above" | "below">,
): void {
  addColumn(tally.above, above);
  if (below !== null) addColumn(tally.below ??= new Float64Array(above.length), below);
}

// A loop: a callback for each of a layer's thousands of counts takes ten times as long.
function addColumn(sums: Float64Array, counts: ArrayLike<number>): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += counts[at]!;
}

/** Adds what another part of the photos has. */
export function mergeLayers(tally: LayerTally, other: LayerTally): void {
  tally.photos += other.photos;
  tally.cells += other.cells;
  mergeSums(tally.sums, other.sums);
  mergeSums(tally.squares, other.squares);
  const extremes = { strongest: tally.largest.slice(), weakest: tally.smallest.slice() };
  raiseExtremes(tally, { strongest: other.largest, weakest: other.smallest });
  raiseExtremes(other, extremes);
  for (const column of ["onPhotos", "onCells", "nonFinite"] as const) {
    addColumn(tally[column], other[column]);
  }
  addCounts(tally, other);
  mergeStrongest(tally.strongest, other.strongest);
  for (const [place, photo] of other.sampled) tally.sampled.set(place, photo);
  for (const [place, photo] of other.tried) tally.tried.set(place, photo);
  for (const [label, labelled] of other.labels) {
    const own = tally.labels.get(label) ??
      createLabelTally(tally.kernels, labelled.bins !== null);
    tally.labels.set(label, own);
    mergeLabels(own, labelled);
  }
}

// Bins of labels end at the largest value. Returns their last ones.
function raiseExtremes(
  { largest, smallest, labels }: LayerTally,
  { strongest, weakest }: Pick<PhotoNumbers, "strongest" | "weakest">,
): Uint16Array {
  const before = findTops(largest);
  for (let kernel = 0; kernel < largest.length; kernel++) {
    largest[kernel] = Math.max(largest[kernel]!, strongest[kernel]!);
    smallest[kernel] = Math.min(smallest[kernel]!, weakest[kernel]!);
  }
  const tops = findTops(largest);
  const raised = listRaised(before, tops);
  for (const { bins } of labels.values()) {
    if (bins !== null) raiseBins(bins, raised);
  }
  return tops;
}
