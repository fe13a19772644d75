import type { Raster } from "./raster.ts";

const STEP = 8; // levels: black, mid grey and white stay

/** Rounds the levels of a picture, none by more than 4 of 255: what is noise takes half the room. */
export function roundLevels(raster: Raster): Raster {
  const data = raster.data.map((level) => Math.min(255, STEP * Math.round(level / STEP)));
  return { ...raster, data };
}
