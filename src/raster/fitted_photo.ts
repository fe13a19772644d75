import type { ImageLayout } from "./image_layout.ts";
import type { Raster, Size } from "./raster.ts";
import { resample } from "./resample.ts";
import { createError } from "../reason/error.ts";

// A line of a thousand pixels comes to 256 million where its shortest edge becomes 512.
const MAX_PIXELS = 2 ** 28;

/**
 * Brings a photo to the size of a network's input, with margins where it reaches beyond.
 *
 * @throws {RangeError} If the resized photo would have more than 2 ** 28 pixels.
 */
export function fitPhoto(photo: Raster, layout: ImageLayout): Raster {
  const { width, height } = layout.resized;
  if (width * height > MAX_PIXELS) {
    const sizes = { width: photo.width, height: photo.height, resized: [width, height] };
    throw createError(RangeError, { code: "resized-too-large", ...sizes, most: MAX_PIXELS });
  }
  const resized = resample(photo, layout.resized, layout.kernel);
  return isSame(resized, layout) ? resized : cut(resized, layout);
}

function isSame(photo: Size, { width, height, left, top }: ImageLayout): boolean {
  return photo.width === width && photo.height === height && left === 0 && top === 0;
}

function cut(photo: Raster, { width, height, left, top, margin }: ImageLayout): Raster {
  const { channels } = photo;
  const data = new Uint8Array(channels * width * height).fill(margin);
  const [first, past] = [Math.max(0, left), Math.min(photo.width, left + width)];
  for (let y = Math.max(0, top); y < Math.min(photo.height, top + height) && first < past; y++) {
    const row = y * photo.width;
    const part = photo.data.subarray(channels * (row + first), channels * (row + past));
    data.set(part, channels * ((y - top) * width + first - left));
  }
  return { width, height, channels, data };
}
