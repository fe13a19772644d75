import { averageRaster } from "./averaged_raster.ts";
import type { Raster, Size } from "./raster.ts";

// What is drawn into another picture stands smaller there.
const LONGEST = 448; // pixels a side

/** Makes a photo as small as it is drawn into other pictures; null where it is so small already. */
export function makeShared(photo: Raster): Raster | null {
  const size = layoutShared(photo);
  return size && averageRaster(photo, size);
}

/** Lays out a photo that is drawn into other pictures; null where it is so small already. */
export function layoutShared({ width, height }: Size): Size | null {
  const scale = LONGEST / Math.max(width, height);
  if (scale >= 1) return null;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}
