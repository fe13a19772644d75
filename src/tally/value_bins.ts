/**
 * Where histograms of values have their edges, whatever the values: four bins an octave, equal within
 * it, from 2⁻²⁰ to 2²⁰, for values above 0, and as many for those below. What is smaller or larger is
 * in the first and the last bin; 0 is in none.
 */
export const BIN_COUNT = 160;

const LOWEST = -20; // octaves
const PER_OCTAVE = 4;

// The exponent and the two highest bits behind the point number the bins of an octave.
const SHIFT = 23 - 2;
const FIRST_CODE = (127 + LOWEST) * PER_OCTAVE;

/**
 * Finds the bin of a value above 0.
 *
 * @param bits Those of the value as float32.
 */
export function findBin(bits: number): number {
  const bin = (bits >>> SHIFT) - FIRST_CODE;
  return bin < 0 ? 0 : bin >= BIN_COUNT ? BIN_COUNT - 1 : bin;
}

/** Gives the lower edge of a bin; that of the next bin is its upper edge. */
export function edgeOf(bin: number): number {
  const octave = Math.floor(bin / PER_OCTAVE);
  return 2 ** (LOWEST + octave) * (1 + (bin - octave * PER_OCTAVE) / PER_OCTAVE);
}

/** Values that were counted by bins; all lists have {@linkcode BIN_COUNT} counts. */
export interface BinnedValues {
  /** How many lie in each bin above 0. */
  readonly above: ArrayLike<number>;
  /** How many lie in each bin below 0, by their size. */
  readonly below: ArrayLike<number>;
  /** How many are 0. */
  readonly zeros: number;
}

/**
 * Finds the value that a share of all values does not exceed, as far as bins tell it: where it lies in
 * a bin, values are taken to be spread evenly over it, an error of at most a quarter of the value.
 *
 * @returns Null where there are none.
 */
export function findBinnedQuantile(
  { above, below, zeros }: BinnedValues,
  share: number,
): number | null {
  const total = addUp(above) + addUp(below) + zeros;
  if (total === 0) return null;
  let rank = share * total; // so many are at most the value
  for (let bin = BIN_COUNT - 1; bin >= 0; bin--) {
    const count = below[bin]!;
    if (rank <= count && count > 0) return -interpolate(bin, 1 - rank / count);
    rank -= count;
  }
  if (rank <= zeros && zeros > 0) return 0;
  rank -= zeros;
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    const count = above[bin]!;
    if (rank <= count && count > 0) return interpolate(bin, rank / count);
    rank -= count;
  }
  return null;
}

function interpolate(bin: number, share: number): number {
  return edgeOf(bin) + Math.max(0, share) * (edgeOf(bin + 1) - edgeOf(bin));
}

function addUp(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let bin = 0; bin < BIN_COUNT; bin++) sum += counts[bin]!;
  return sum;
}
