/**
 * How many bins the strongest values of a label are counted in, for each kernel: eight an octave, equal
 * within it, the last one that of the largest value of the kernel. What is below the six octaves that
 * they cover, or not above 0, is in the first.
 */
export const LABEL_BINS = 49;

// The exponent and the three highest bits behind the point number the bins, from 2⁻²⁰ to 2²⁰.
const SHIFT = 23 - 3;
const FIRST_CODE = (127 - 20) << 3;
const LAST_CODE = FIRST_CODE + 40 * 8 - 1;

// Of smaller ones the bins would begin before the first code.
const LOWEST_TOP = FIRST_CODE + LABEL_BINS - 2;

// Of the bits of a value above 0.
function findCode(bits: number): number {
  return Math.min(LAST_CODE, bits >>> SHIFT);
}

/** Finds the last bin of each kernel by its largest value. */
export function findTops(largest: Float32Array): Uint16Array {
  const bits = new Uint32Array(largest.buffer, largest.byteOffset, largest.length);
  const tops = new Uint16Array(largest.length);
  for (let kernel = 0; kernel < tops.length; kernel++) {
    const code = largest[kernel]! > 0 ? findCode(bits[kernel]!) : 0;
    tops[kernel] = Math.max(LOWEST_TOP, code);
  }
  return tops;
}

/** Counts the strongest value of each map; none may be above the bin that is the last. */
export function countInBins(
  bins: Uint32Array,
  strongest: Float32Array,
  tops: Uint16Array,
): void {
  const bits = new Uint32Array(strongest.buffer, strongest.byteOffset, strongest.length);
  for (let kernel = 0; kernel < strongest.length; kernel++) {
    const code = strongest[kernel]! > 0 ? findCode(bits[kernel]!) : 0;
    const place = LABEL_BINS - 1 - (tops[kernel]! - code);
    bins[kernel * LABEL_BINS + Math.max(0, place)]!++;
  }
}

/** A kernel whose last bin is another one now, so many bins further. */
export interface RaisedTop {
  readonly kernel: number;
  readonly by: number;
}

/** Lists the kernels whose last bins are others. */
export function listRaised(from: Uint16Array, to: Uint16Array): RaisedTop[] {
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
