import { findMagnitude } from "../../tensor/magnitude.ts";
import { listStops } from "./colour_stops.ts";
import { paintDifference } from "./difference.ts";
import type { PixelLayout } from "./pixel_layout.ts";

/**
 * Draws A − B of a pair into a canvas, a pixel for a number, zero in the page's colour. Gives what the
 * strongest colours stand for: the largest size of the numbers.
 */
export function fillDifference(
  canvas: HTMLCanvasElement,
  numbers: Float32Array,
  { layout, dark }: { readonly layout: PixelLayout; readonly dark: boolean },
): number {
  const { width, height } = layout;
  const most = findMagnitude(numbers);
  const pixels = paintDifference(numbers, layout, { most, stops: listStops("signed", dark) });
  Object.assign(canvas, { width, height });
  canvas.getContext("2d")!.putImageData(new ImageData(pixels, width, height), 0, 0);
  return most;
}
