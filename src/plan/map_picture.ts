import type { GridConfig } from "../config/config.ts";
import { cutSlices, layoutSheet } from "../raster/sheet.ts";
import { type MapPicture, planPicture } from "./picture.ts";

/** Plans the picture of the maps, or of those it reads, [channels, …space] of a layer for one photo. */
export function planMapsPicture(
  kind: MapPicture["kind"],
  photoId: string,
  [channels = 0, ...space]: readonly number[],
  grid: GridConfig,
): MapPicture {
  const { count, ...tile } = cutSlices([channels, 1, ...space]);
  return planPicture(kind, `${kind}/${photoId}.png`, { count, ...layoutSheet(tile) }, grid);
}
