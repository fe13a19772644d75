import { averageRaster } from "./averaged_raster.ts";
import type { Raster, Size } from "./raster.ts";

/** The shorter side of a small picture, in pixels: a square of 64 CSS pixels on a sharp screen. */
export const THUMBNAIL_SIDE = 128;

/** How many colours a small picture has: no more can be told apart at its size. */
export const THUMBNAIL_COLOURS = 64;

/** Makes a photo small; null where it is small already. */
export function makeThumbnail(photo: Raster): Raster | null {
  const size = layoutThumbnail(photo);
  return size && averageRaster(photo, size);
}

/** Lays out a small picture; null where the shorter side of the photo is not longer than its own. */
export function layoutThumbnail({ width, height }: Size): Size | null {
  const scale = THUMBNAIL_SIDE / Math.min(width, height);
  if (scale >= 1) return null;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
