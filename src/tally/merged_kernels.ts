import { measureMoments, type Moments } from "./kernel_moments.ts";
import type { LayerTally } from "./layer_tally.ts";

// As a share of the map's deviation: sums of float32s in another order are nearer.
const APART = 1e-4;

/**
 * Finds kernels whose maps are the same in all that was counted, a list a set; maps that are one value
 * everywhere are none.
 */
export function findMerged(tally: LayerTally): number[][] {
  const moments = Array.from({ length: tally.kernels }, (_, k) => measureMoments(tally, k));
  const varied = [...moments.keys()].filter((k) => {
    return (moments[k]?.deviation ?? 0) > 0 && tally.nonFinite[k] === 0;
  });
  // By their means, equal ones stand side by side.
  const sorted = varied.sort((a, b) => moments[a]!.mean - moments[b]!.mean || a - b);
  const sets: number[][] = [];
  for (const kernel of sorted) {
    const set = sets.at(-1);
    if (set && isEqual(tally, [set[0]!, kernel], moments)) set.push(kernel);
    else sets.push([kernel]);
  }
  return sets.filter(({ length }) => length > 1)
    .map((set) => set.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

function isEqual(
  { sampled, strongest, largest, smallest, onCells, cells }: LayerTally,
  [a, b]: readonly [number, number],
  moments: readonly (Moments | null)[],
): boolean {
  const most = APART * moments[a]!.deviation;
  const isNear = (column: ArrayLike<number>): boolean => Math.abs(column[a]! - column[b]!) <= most;
  const first = (column: Uint32Array, kernel: number): number => column[kernel * strongest.most]!;
  return Math.abs(moments[a]!.mean - moments[b]!.mean) <= most &&
    Math.abs(moments[a]!.deviation - moments[b]!.deviation) <= most &&
    [largest, smallest].every(isNear) &&
    Math.abs(onCells[a]! - onCells[b]!) <= APART * cells &&
    [strongest.photos, strongest.cells].every((column) => first(column, a) === first(column, b)) &&
    sampled.values().every((photo) => isNear(photo.means) && isNear(photo.strongest));
}
