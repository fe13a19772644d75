import { averageAreas } from "../tensor/area_average.ts";
import type { Raster, Size } from "./raster.ts";

/** Brings a picture to another size by averaging areas. */
export function averageRaster(picture: Raster, { width, height }: Size): Raster {
  const { channels } = picture;
  const data = new Uint8Array(channels * width * height);
  for (let c = 0; c < channels; c++) {
    const plane = picture.data.filter((_, i) => i % channels === c);
    const levels = averageAreas({ ...picture, data: plane }, { width, height });
    levels.forEach((level, i) => data[channels * i + c] = Math.round(level));
  }
  return { width, height, channels, data };
}
