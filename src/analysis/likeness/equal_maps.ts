// As a share of the deviation of a map: sums of float32s in another order are nearer.
const APART = 1e-4;

/**
 * Tells whether two numbers are the same but for rounding.
 *
 * @param scale The deviation of the maps that they are of, or how large they may be.
 */
export function isClose(a: number, b: number, scale: number): boolean {
  return Math.abs(a - b) <= APART * scale;
}

/** What tells which maps are equal. */
interface MapTwins {
  /** Gives the mean, in which equal maps are the same but for rounding. */
  meanOf(kernel: number): number;
  isEqual(a: number, b: number): boolean;
}

/** Groups the kernels whose maps are equal, in rising order; one that has none like it is in no group. */
export function groupEqual(
  kernels: readonly number[],
  { meanOf, isEqual }: MapTwins,
): number[][] {
  // By their means, equal ones stand side by side.
  const sorted = kernels.toSorted((a, b) => meanOf(a) - meanOf(b) || a - b);
  const groups: number[][] = [];
  for (const kernel of sorted) {
    const group = groups.at(-1);
    if (group && isEqual(group[0]!, kernel)) group.push(kernel);
    else groups.push([kernel]);
  }
  return groups.filter(({ length }) => length > 1).map((group) => group.sort((a, b) => a - b));
}
