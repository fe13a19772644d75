import type { Size } from "../raster/raster.ts";

// A grid of 5,800 x 5,800. TensorBoard keeps ten pictures of a tag in memory, and shows them whole.
const MOST_PIXELS = 1 << 25;

/** Tells whether a picture is of a size that TensorBoard shows. */
export function fitsBoard({ width, height }: Size): boolean {
  return width * height <= MOST_PIXELS;
}
