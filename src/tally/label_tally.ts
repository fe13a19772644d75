import {
  addToSums,
  createExactSums,
  type DigitSpan,
  type ExactSums,
  mergeSums,
} from "./exact_sums.ts";
import { countInBins, LABEL_BINS } from "./label_bins.ts";

/** What the photos of one label tell of the kernels of a layer, by the strongest cell of each map. */
export interface LabelTally {
  photos: number;
  /** The sums of the strongest values, to a multiple of 2⁻³². */
  readonly sums: ExactSums;
  /**
   * How many of them lie in each bin [kernels, {@linkcode LABEL_BINS}], in rising order, the last being
   * that of the largest value of the kernel; null where labels and kernels are too many for that.
   */
  readonly bins: Uint32Array | null;
}

/** Holds a sum to a multiple of 2⁻³², in as little as may be: a label may have a sum for each kernel. */
const NARROW: DigitSpan = { lowest: -32, digits: 2 };

// What is beyond it no longer leaves room for the values of other photos.
const LARGEST = 2 ** 32;

/** Begins to count the photos of a label. */
export function createLabelTally(kernels: number, isBinned: boolean): LabelTally {
  return {
    photos: 0,
    sums: createExactSums(kernels, NARROW),
    bins: isBinned ? new Uint32Array(kernels * LABEL_BINS) : null,
  };
}

/**
 * Adds a photo.
 *
 * @param strongest The largest finite value of each map.
 * @param tops The last bins of the kernels.
 */
export function addLabelled(
  label: LabelTally,
  strongest: Float32Array,
  tops: Uint16Array,
): void {
  label.photos++;
  addToSums(label.sums, strongest.map(limit));
  if (label.bins !== null) countInBins(label.bins, strongest, tops);
}

/** Adds the photos of another part of the dataset. */
export function mergeLabels(label: LabelTally, other: LabelTally): void {
  label.photos += other.photos;
  mergeSums(label.sums, other.sums);
  other.bins?.forEach((count, at) => label.bins![at]! += count);
}

// A map without a finite value excites nothing.
function limit(value: number): number {
  return Math.abs(value) < Infinity ? Math.max(-LARGEST, Math.min(LARGEST, value)) : 0;
}

/** What is counted of the photos of each label in a layer. */
export interface CountedLabels {
  /** The sums of their strongest values. */
  readonly sums: boolean;
  /** How many of these lie in each bin. */
  readonly bins: boolean;
}

// Of the sums of all labels, and of their bins, over the layers of a model.
const MOST_BYTES = 1 << 28;

/**
 * Chooses what is counted of labels in the layers of a model: from the last one on, as labels are what
 * the last ones are about, as much as there is room for.
 *
 * @param kernels How many kernels each layer has.
 */
export function chooseCounted(kernels: readonly number[], labels: number): CountedLabels[] {
  const sums = fillRoom(kernels, labels * NARROW.digits * Float64Array.BYTES_PER_ELEMENT);
  const bins = fillRoom(kernels, labels * LABEL_BINS * Uint32Array.BYTES_PER_ELEMENT);
  return kernels.map((_, layer) => ({ sums: sums[layer]!, bins: bins[layer]! }));
}

// The last layers whose kernels have room, each of so many bytes.
function fillRoom(kernels: readonly number[], bytes: number): boolean[] {
  let left = MOST_BYTES;
  return kernels.toReversed().map((count) => (left -= count * bytes) >= 0).reverse();
}
