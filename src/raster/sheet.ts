import type { Tensor } from "../tensor/tensor.ts";
import type { Size } from "./raster.ts";

/** How the slices of one kernel are laid out side by side. */
export interface SheetLayout extends Size {
  /** How many slices stand in a row. */
  readonly columns: number;
  /** The gap between slices, in pixels; 0 for slices of one pixel. */
  readonly gap: number;
}

/** Lays out `count` slices in a sheet that is as square as slices allow. */
export function layoutSheet(count: number, slice: Size): SheetLayout {
  const gap = slice.width * slice.height > 1 ? 1 : 0;
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  return {
    columns,
    gap,
    width: columns * (slice.width + gap) - gap,
    height: rows * (slice.height + gap) - gap,
  };
}

/**
 * Lays out the slices of each kernel [out, in, height, width] in a sheet, gaps
 * at `padValue`: [out, 1, sheet height, sheet width].
 */
export function makeSheets(kernels: Tensor, padValue: number): Tensor {
  const [out = 0, channels = 0, height = 0, width = 0] = kernels.dims;
  const sheet = layoutSheet(channels, { width, height });
  const data = new Float32Array(out * sheet.height * sheet.width).fill(padValue);
  for (let slice = 0; slice < out * channels; slice++) {
    const c = slice % channels;
    const top = Math.floor(slice / channels) * sheet.height +
      Math.floor(c / sheet.columns) * (height + sheet.gap);
    const left = (c % sheet.columns) * (width + sheet.gap);
    for (let y = 0; y < height; y++) {
      const from = (slice * height + y) * width;
      data.set(kernels.data.subarray(from, from + width), (top + y) * sheet.width + left);
    }
  }
  return { data, dims: [out, 1, sheet.height, sheet.width] };
}
