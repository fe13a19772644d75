import type { ImageLayout } from "./image_layout.ts";
import type { Raster, Size } from "./raster.ts";
import { type RasterPart, resample } from "./resample.ts";
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
  const part = findPart(layout);
  const isBeside = part.width === 0 || part.height === 0;
  const seen = isBeside
    ? { ...photo, width: 0, height: 0 }
    : resample(photo, layout.resized, { kernel: layout.kernel, part });
  return isSame(seen, layout) ? seen : layOnMargin(seen, layout);
}

// What the input has of the resized photo.
function findPart({ resized, left, top, width, height }: ImageLayout): RasterPart {
  const [first, above] = [Math.max(0, left), Math.max(0, top)];
  return {
    left: first,
    top: above,
    width: Math.max(0, Math.min(resized.width, left + width) - first),
    height: Math.max(0, Math.min(resized.height, top + height) - above),
  };
}

function isSame(photo: Size, { width, height }: ImageLayout): boolean {
  return photo.width === width && photo.height === height;
}

function layOnMargin(photo: Raster, { width, height, left, top, margin }: ImageLayout): Raster {
  const { channels } = photo;
  const data = new Uint8Array(channels * width * height).fill(margin);
  const [x, above] = [Math.max(0, -left), Math.max(0, -top)];
  const length = channels * photo.width;
  for (let y = 0; y < photo.height; y++) {
    const row = photo.data.subarray(length * y, length * (y + 1));
    data.set(row, channels * ((above + y) * width + x));
  }
  return { width, height, channels, data };
}
