import type { Tensor } from "../tensor/tensor.ts";
import { quantize } from "./quantize.ts";

/** A width and a height, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of 8 bits a channel, row by row, the channels of a pixel side by side. */
export interface Raster extends Size {
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Turns a grid [channels, height, width] of values 0 … 1 into pixels. */
export function toRaster(grid: Tensor, channels: 1 | 3): Raster {
  const [, height = 0, width = 0] = grid.dims;
  const planes = { data: grid.data.subarray(0, channels * height * width), dims: grid.dims };
  const levels = quantize(planes);
  return { width, height, channels, data: channels === 1 ? levels : interleave(levels) };
}

function interleave(planes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const size = planes.length / 3;
  const pixels = new Uint8Array(planes.length);
  for (let i = 0; i < size; i++) {
    pixels[3 * i] = planes[i]!;
    pixels[3 * i + 1] = planes[size + i]!;
    pixels[3 * i + 2] = planes[2 * size + i]!;
  }
  return pixels;
}
