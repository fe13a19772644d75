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

/** What tells which maps are equal: their means and deviations, and all else. */
interface MapTwins {
  meanOf(kernel: number): number;
  deviationOf(kernel: number): number;
  isEqual(a: number, b: number): boolean;
}

/** Groups the kernels whose maps are equal, in rising order; one that has none like it is in no group. */
export function groupEqual(
  kernels: readonly number[],
  { meanOf, deviationOf, isEqual }: MapTwins,
): number[][] {
  // By their means, equal ones stand near each other, though others may stand between them.
  const sorted = kernels.toSorted((a, b) => meanOf(a) - meanOf(b) || a - b);
  const widest = kernels.reduce((most, kernel) => Math.max(most, deviationOf(kernel)), 0);
  const groups: number[][] = [];
  for (const kernel of sorted) {
    const group = findLast(groups, {
      while: ([first]) => isClose(meanOf(first!), meanOf(kernel), widest),
      where: ([first]) => isEqual(first!, kernel),
    });
    if (group) group.push(kernel);
    else groups.push([kernel]);
  }
  return groups.filter(({ length }) => length > 1).map((group) => group.sort((a, b) => a - b));
}

interface Search<Item> {
  while(item: Item): boolean;
  where(item: Item): boolean;
}

function findLast<Item>(items: readonly Item[], search: Search<Item>): Item | undefined {
  for (let i = items.length - 1; i >= 0 && search.while(items[i]!); i--) {
    if (search.where(items[i]!)) return items[i];
  }
  return undefined;
}
