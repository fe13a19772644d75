import { type Kind, listKinds } from "./compare_kind.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import type { ComparedTiles } from "./compared_tiles.ts";
import type { Differences } from "./differences.ts";

/** What stands in the grid of one kind: the tiles of both sides, or what tells these apart. */
export interface KindTiles {
  readonly kind: Kind;
  /** Null where they are not drawn. */
  readonly a: ComparedTiles | null;
  readonly b: ComparedTiles | null;
  /** A − B in the place of both; null where they stand side by side. */
  readonly differences: Differences | null;
}

/** Lists what stands in the grid: each kind that is asked for. */
export function pickTiles(results: Results, state: CompareState): readonly KindTiles[] {
  const { sides: [a, b] } = results;
  return listKinds(state).map((kind) => {
    const differences = state.show === "difference" ? results[kind].differences : null;
    return { kind, a: a[kind], b: b[kind], differences };
  });
}

/** Counts the pairs of which both sides are drawn; where one side is not, those of the other. */
export function countPairs(tiles: readonly KindTiles[]): number {
  const counts = tiles.flatMap(({ a, b }) => [a, b]).flatMap((each) => each ? [each.count] : []);
  return counts.length === 0 ? 0 : Math.min(...counts);
}
