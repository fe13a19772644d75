import type { CompareState } from "../sides/compare_state.ts";
import type { KindTiles } from "../sides/compare_tiles.ts";
import { drawDifferenceSheet } from "./difference_sheet.ts";
import type { Differences } from "../sides/differences.ts";
import type { TileStyle } from "./tile_style.ts";

/** A − B of all pairs in the grid, drawn as their numbers come. */
export interface DifferenceGrid {
  /** Draws what is shown as A − B, where enough has come since it was drawn. */
  draw(
    kinds: readonly KindTiles[],
    options: {
      readonly scale: CompareState["scale"];
      readonly dark: boolean;
      /** Whether it is drawn in any case. */
      readonly anew: boolean;
    },
  ): void;
}

/** Opens the drawing of A − B into the tiles of a style. */
export function openDifferenceGrid(style: TileStyle): DifferenceGrid {
  const drawn = new WeakMap<Differences, number>(); // how many pairs
  // Each drawing takes as long as all pairs do: twice as many are worth one.
  const isDue = (differences: Differences, known: number): boolean => {
    const before = drawn.get(differences) ?? 0;
    return known > before && (known >= 2 * before || known === differences.pairs.length);
  };
  return {
    draw: (kinds, { anew, ...look }) => {
      for (const { kind, differences } of kinds) {
        if (differences === null) continue;
        const known = differences.pairs.filter((pair) => pair !== null).length;
        if (!anew && !isDue(differences, known)) continue;
        drawn.set(differences, known);
        style.show(`${kind}-difference`, drawDifferenceSheet(differences, look));
      }
    },
  };
}
