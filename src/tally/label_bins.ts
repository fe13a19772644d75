import { BIN_COUNT, findBin } from "./value_bins.ts";

/**
 * How many bins the strongest values of a label are counted in, for each kernel: as wide as those of
 * all values, the last one that of the largest value of the kernel. What is below the six octaves that
 * they cover, or not above 0, is in the first.
 */
export const LABEL_BINS = 25;

const LOWEST_TOP = LABEL_BINS - 2;

/** Finds the last bin of each kernel by its largest value, among those of all values. */
export function findTops(largest: Float32Array): Uint8Array {
  const bits = new Uint32Array(largest.buffer, largest.byteOffset, largest.length);
  return Uint8Array.from(
    largest,
    (value, kernel) => value > 0 ? Math.max(LOWEST_TOP, findBin(bits[kernel]!)) : LOWEST_TOP,
  );
}

/** Counts the strongest value of each map; none may be above the bin that is the last. */
export function countInBins(
  bins: Uint32Array,
  strongest: Float32Array,
  tops: Uint8Array,
): void {
  const bits = new Uint32Array(strongest.buffer, strongest.byteOffset, strongest.length);
  for (let kernel = 0; kernel < strongest.length; kernel++) {
    const below = strongest[kernel]! > 0 ? tops[kernel]! - findBin(bits[kernel]!) : BIN_COUNT;
    bins[kernel * LABEL_BINS + Math.max(0, LABEL_BINS - 1 - below)]!++;
  }
}

/** A kernel whose last bin is another one now, so many bins further. */
export interface RaisedTop {
  readonly kernel: number;
  readonly by: number;
}

/** Lists the kernels whose last bins are others. */
export function listRaised(from: Uint8Array, to: Uint8Array): RaisedTop[] {
  const raised: RaisedTop[] = [];
  for (let kernel = 0; kernel < to.length; kernel++) {
    const by = to[kernel]! - from[kernel]!;
    if (by > 0) raised.push({ kernel, by: Math.min(LABEL_BINS, by) });
  }
  return raised;
}

/** Moves the bins of these kernels; what falls off their start is in the first. */
export function raiseBins(bins: Uint32Array, raised: readonly RaisedTop[]): void {
  for (const { kernel, by } of raised) {
    const own = bins.subarray(kernel * LABEL_BINS, (kernel + 1) * LABEL_BINS);
    const fallen = own.subarray(0, by).reduce((sum, count) => sum + count, 0);
    own.copyWithin(0, by);
    own.fill(0, LABEL_BINS - by);
    own[0]! += fallen;
  }
}
