import { averageAreas } from "../tensor/area_average.ts";
import type { Raster, Size } from "./raster.ts";

/** The shorter side of a small picture, in pixels: a square of 64 CSS pixels on a sharp screen. */
export const THUMBNAIL_SIDE = 128;

/** How many colours a small picture has: no more can be told apart at its size. */
export const THUMBNAIL_COLOURS = 64;

/** Makes a photo small; null where its shorter side is not longer than that of a small picture. */
export function makeThumbnail(photo: Raster): Raster | null {
  const scale = THUMBNAIL_SIDE / Math.min(photo.width, photo.height);
  if (scale >= 1) return null;
  const size = {
    width: Math.round(photo.width * scale),
    height: Math.round(photo.height * scale),
  };
  return shrink(photo, size);
}

function shrink(photo: Raster, { width, height }: Size): Raster {
  const { channels } = photo;
  const data = new Uint8Array(channels * width * height);
  for (let c = 0; c < channels; c++) {
    const plane = photo.data.filter((_, i) => i % channels === c);
    const levels = averageAreas({ ...photo, data: plane }, { width, height });
    levels.forEach((level, i) => data[channels * i + c] = Math.round(level));
  }
  return { width, height, channels, data };
}
