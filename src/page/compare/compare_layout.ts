import { chooseSize } from "../../site/tile/frame_view.ts";
import { fitTile, GRID_FITS, measureCell, type Zoom } from "../../site/tile/sprite.ts";
import type { Picture } from "../../plan/picture.ts";
import type { Size } from "../../raster/raster.ts";
import type { Kind } from "../sides/compare_kind.ts";
import { countPairs, type KindTiles } from "../sides/compare_tiles.ts";
import { layoutDifferenceSheet } from "./difference_sheet.ts";

/** The name of tiles in the grid: of which kind, and of which side or of A − B. */
export type GridTile = `${Kind}-${"a" | "b" | "difference"}`;

/** Where tiles of one name stand within the cell of a pair. */
export interface PlacedTiles {
  readonly name: GridTile;
  readonly picture: Picture;
  /** Null for A − B, which is drawn. */
  readonly url: string | null;
  readonly zoom: Zoom;
  /** From the cell's left and top, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  /** The place in the sheet that holds what stands for pair k. */
  readonly at: (k: number) => number;
}

/** How the pairs of a grid stand. */
export interface PairLayout {
  /** The cell of one side: all that is shown of it. */
  readonly cell: Size;
  readonly tiles: readonly PlacedTiles[];
}

const BETWEEN = 2; // CSS pixels from a kernel to its map

/** Lays out the cell of a pair: what is shown of each side stands side by side. */
export function layoutPairs(kinds: readonly KindTiles[]): PairLayout {
  const fit = GRID_FITS[chooseSize(countPairs(kinds))];
  const slots = kinds.map((kind) => {
    const sheets = listSheets(kind).map((sheet) => {
      const zoom = fitTile(sheet.picture, fit);
      return { ...sheet, zoom, own: measureCell(sheet.picture, zoom) };
    });
    return { sheets, width: Math.max(1, ...sheets.map(({ own }) => own.width)) };
  });
  const heights = slots.flatMap(({ sheets }) => sheets.map(({ own }) => own.height));
  const height = Math.max(1, ...heights);
  const tiles = slots.flatMap(({ sheets, width }, i) => {
    const from = slots.slice(0, i).reduce((sum, before) => sum + before.width + BETWEEN, 0);
    return sheets.map(({ own: _, ...sheet }): PlacedTiles => {
      const { picture: { tileWidth, tileHeight }, zoom } = sheet;
      const left = from + (width - tileWidth * zoom.x) / 2;
      return { ...sheet, left, top: (height - tileHeight * zoom.y) / 2 };
    });
  });
  const width = slots.reduce((sum, slot) => sum + slot.width + BETWEEN, -BETWEEN);
  return { cell: { width, height }, tiles };
}

function listSheets(
  { kind, a, b, differences }: KindTiles,
): readonly Pick<PlacedTiles, "name" | "picture" | "url" | "at">[] {
  if (differences !== null) {
    const picture = layoutDifferenceSheet(differences);
    return [{ name: `${kind}-difference`, picture, url: null, at: (k) => k }];
  }
  return ([["a", a], ["b", b]] as const).flatMap(([side, tiles]) => {
    if (tiles === null) return [];
    const { overview: { picture, url }, at } = tiles;
    return [{ name: `${kind}-${side}` as const, picture, url, at }];
  });
}
