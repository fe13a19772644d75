import type { GridConfig } from "../config/config.ts";
import { layoutMapTile } from "../raster/sheet.ts";
import { type MapPicture, planPicture } from "./picture.ts";

/** Plans the picture of the maps, or of those it reads, [channels, …space] of a layer for one photo. */
export function planMapsPicture(
  kind: MapPicture["kind"],
  photoId: string,
  dims: readonly number[],
  grid: GridConfig,
): MapPicture {
  const [count = 0, ...space] = dims;
  const tile = layoutMapTile(dims);
  const nrow = space.length === 1 ? countStrips(tile.width, grid) : grid.nrow;
  return planPicture(kind, `${kind}/${photoId}.png`, { count, ...tile }, { ...grid, nrow });
}

const WIDEST = 2048; // pixels

// Long strips stand below each other: eight side by side would be wider than pictures are shown.
function countStrips(length: number, { nrow, padding }: GridConfig): number {
  return Math.max(1, Math.min(nrow, Math.floor(WIDEST / (length + padding))));
}
