import type { Raster } from "./raster.ts";

/**
 * Rounds the levels of a picture to steps of 2, 4 or 8, none by more than half of one: black, mid grey
 * and white stay. What is noise takes a quarter less room in steps of 4, half in steps of 8.
 */
export function roundLevels(raster: Raster, step: number): Raster {
  const rounded = Uint8Array.from({ length: 256 }, (_, level) => {
    return Math.min(255, step * Math.round(level / step));
  });
  const data = new Uint8Array(raster.data.length);
  for (let i = 0; i < data.length; i++) data[i] = rounded[raster.data[i]!]!;
  return { ...raster, data };
}
