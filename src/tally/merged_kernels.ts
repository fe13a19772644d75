import { groupEqual, isClose } from "../analysis/likeness/equal_maps.ts";
import type { Moments } from "./kernel_moments.ts";
import type { LayerTally } from "./layer_tally.ts";

/**
 * Finds kernels whose maps are the same in all that was counted, a list a set; maps that are one value
 * everywhere are none.
 *
 * @param moments Those of its kernels.
 */
export function findMerged(
  tally: LayerTally,
  moments: readonly (Moments | null)[],
): number[][] {
  const varied = [...moments.keys()].filter((k) => {
    return (moments[k]?.deviation ?? 0) > 0 && tally.nonFinite[k] === 0;
  });
  const groups = groupEqual(varied, {
    meanOf: (k) => moments[k]!.mean,
    deviationOf: (k) => moments[k]!.deviation,
    isEqual: (a, b) => isEqual(tally, [a, b], moments),
  });
  return groups.sort((a, b) => a[0]! - b[0]!);
}

function isEqual(
  { sampled, strongest, largest, smallest, onCells, cells }: LayerTally,
  [a, b]: readonly [number, number],
  moments: readonly (Moments | null)[],
): boolean {
  const [one, other] = [moments[a]!, moments[b]!];
  const isSame = (x: number, y: number): boolean => isClose(x, y, one.deviation);
  const isAlike = (column: ArrayLike<number>): boolean => isSame(column[a]!, column[b]!);
  const first = (column: Uint32Array, kernel: number): number => column[kernel * strongest.most]!;
  return isSame(one.mean, other.mean) && isSame(one.deviation, other.deviation) &&
    [largest, smallest].every(isAlike) &&
    isClose(onCells[a]!, onCells[b]!, cells) &&
    [strongest.photos, strongest.cells].every((column) => first(column, a) === first(column, b)) &&
    sampled.values().every((photo) => isAlike(photo.means) && isAlike(photo.strongest));
}
