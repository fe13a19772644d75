import type { Raster } from "./raster.ts";

const STEP = 8; // levels: black, mid grey and white stay

const ROUNDED = Uint8Array.from({ length: 256 }, (_, level) => {
  return Math.min(255, STEP * Math.round(level / STEP));
});

/** Rounds the levels of a picture, none by more than 4 of 255: what is noise takes half the room. */
export function roundLevels(raster: Raster): Raster {
  const data = new Uint8Array(raster.data.length);
  for (let i = 0; i < data.length; i++) data[i] = ROUNDED[raster.data[i]!]!;
  return { ...raster, data };
}
