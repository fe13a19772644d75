import { findShared, type TileRange } from "../tile/value_range.ts";
import type { CompareState } from "./compare_state.ts";
import type { ComparedTiles } from "./compared_side.ts";

/** Finds the range in which both tiles of a pair are shown; null where each keeps its own. */
export type FindRange = (k: number) => TileRange | null;

/** Opens the ranges that tiles of A and B share. */
export function openRanges(
  { a, b }: Readonly<Record<"a" | "b", Pick<ComparedTiles, "ranges"> | null>>,
  scale: CompareState["scale"],
): FindRange {
  const [one, other] = [a?.ranges ?? [], b?.ranges ?? []];
  switch (scale) {
    case "pair":
      return (k) => shareRange(one[k] ?? null, other[k] ?? null);
    case "tile":
      return () => null;
    case "all": {
      const all = findShared([...one, ...other], "layer", "grey");
      return () => all;
    }
  }
}

/** Finds the range that holds both; null where one is not known. */
function shareRange(a: TileRange | null, b: TileRange | null): TileRange | null {
  return a && b && { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
