import { averageAreas } from "../tensor/area_average.ts";
import type { Raster, Size } from "./raster.ts";

/** Brings a picture to another size by averaging areas. */
export function averageRaster(picture: Raster, { width, height }: Size): Raster {
  const { channels } = picture;
  const data = new Uint8Array(channels * width * height);
  for (let c = 0; c < channels; c++) {
    const levels = averageAreas({ ...picture, data: pickChannel(picture, c) }, { width, height });
    for (let i = 0; i < levels.length; i++) data[channels * i + c] = Math.round(levels[i]!);
  }
  return { width, height, channels, data };
}

function pickChannel({ channels, data }: Raster, channel: number): Uint8Array {
  const plane = new Uint8Array(data.length / channels);
  for (let i = 0; i < plane.length; i++) plane[i] = data[channels * i + channel]!;
  return plane;
}
