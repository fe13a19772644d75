import { findShared } from "../tile/value_range.ts";
import { joinRanges, type TileRange } from "../../site/tile/tile_range.ts";
import type { CompareState } from "./compare_state.ts";
import type { ComparedTiles } from "./compared_tiles.ts";

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
      return (k) => joinRanges(one[k] ?? null, other[k] ?? null);
    case "tile":
      return () => null;
    case "all": {
      const all = findShared([...one, ...other], "layer", "grey");
      return () => all;
    }
  }
}
