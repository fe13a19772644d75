import {
  addToSums,
  createExactSums,
  type DigitSpan,
  type ExactSums,
  mergeSums,
} from "./exact_sums.ts";
import { BIN_COUNT, findBin } from "./value_bins.ts";

/** What the photos of one label tell of the kernels of a layer, by the strongest cell of each map. */
export interface LabelTally {
  photos: number;
  /** The sums of the strongest values, to a multiple of 2⁻³². */
  readonly sums: ExactSums;
  /**
   * How many of them lie in each bin [kernels, {@linkcode LABEL_BINS}], in rising order; null where
   * labels and kernels are too many for that.
   */
  readonly bins: Uint32Array | null;
}

/** Bins of values below 0, one of 0, and bins of values above 0. */
export const LABEL_BINS = 2 * BIN_COUNT + 1;

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
 * @param bits Those of the values.
 */
export function addLabelled(label: LabelTally, strongest: Float32Array): void {
  label.photos++;
  addToSums(label.sums, strongest.map(limit));
  const { bins } = label;
  if (bins === null) return;
  const bits = new Uint32Array(strongest.buffer, strongest.byteOffset, strongest.length);
  strongest.forEach((value, kernel) =>
    bins[kernel * LABEL_BINS + findPlace(value, bits[kernel]!)]!++
  );
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

function findPlace(value: number, bits: number): number {
  if (value === 0 || !(Math.abs(value) < Infinity)) return BIN_COUNT;
  const bin = findBin(bits & 0x7fffffff);
  return value > 0 ? BIN_COUNT + 1 + bin : BIN_COUNT - 1 - bin;
}
