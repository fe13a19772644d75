import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import { type GridOptions, makeGrid } from "./grid.ts";
import { type Raster, toRaster } from "./raster.ts";
import { findRange, rescale } from "./rescale.ts";
import { makeSheets } from "./sheet.ts";

/** How tiles are laid out; how they are scaled is each painter's own matter. */
export interface PaintOptions extends Pick<GridOptions, "nrow" | "padding" | "padValue"> {
  /** The order of the channels that kernels read: colours are shown true for either. */
  readonly channels?: "RGB" | "BGR" | "gray";
}

/**
 * Paints kernels [out, 3, height, width] in colour, or [out, 1, height, width]
 * in grey, each with its own range.
 */
export function paintKernels(kernels: Tensor, options: PaintOptions): Raster {
  const colour = kernels.dims[1] === 3;
  const tiles = colour && options.channels === "BGR" ? reverseChannels(kernels) : kernels;
  return toRaster(
    makeGrid(tiles, { ...options, normalize: true, scaleEach: true }),
    colour ? 3 : 1,
  );
}

function reverseChannels(kernels: Tensor): Tensor {
  const [out = 0] = kernels.dims;
  const data = new Float32Array(kernels.data.length);
  const plane = data.length / (3 * out);
  for (let i = 0; i < 3 * out; i++) {
    const mirrored = i + 2 - 2 * (i % 3); // 0 1 2 3 4 5 … -> 2 1 0 5 4 3 …
    data.set(kernels.data.subarray(i * plane, (i + 1) * plane), mirrored * plane);
  }
  return { data, dims: kernels.dims };
}

/** Paints maps [channels, height, width] in grey, each with its own range. */
export function paintMaps(maps: Tensor, options: PaintOptions): Raster {
  const [channels = 0, ...size] = maps.dims;
  const images = { data: maps.data, dims: [channels, 1, ...size] };
  return toRaster(makeGrid(images, { ...options, normalize: true, scaleEach: true }), 1);
}

/**
 * Paints every input slice of kernels [out, in, height, width] in grey: a row a
 * kernel, a column an input channel. Each kernel has its own range, so that
 * its slices can be compared.
 */
export function paintSlices(kernels: Tensor, options: PaintOptions): Raster {
  const [out = 0, channels = 0, ...size] = kernels.dims;
  const slices = { data: scaleEach(kernels), dims: [out * channels, 1, ...size] };
  return toRaster(makeGrid(slices, { ...options, nrow: channels }), 1);
}

/**
 * Paints kernels [out, in, height, width] in grey, the slices of each side by
 * side in one tile. Each kernel has its own range.
 */
export function paintSheets(kernels: Tensor, options: PaintOptions): Raster {
  const scaled = { data: scaleEach(kernels), dims: kernels.dims };
  return toRaster(makeGrid(makeSheets(scaled, options.padValue ?? 0), options), 1);
}

function scaleEach(kernels: Tensor): Float32Array {
  const [out = 0] = kernels.dims;
  const scaled = new Float32Array(kernels.data.length);
  const size = kernels.data.length / out;
  for (let k = 0; k < out; k++) {
    const { data } = sliceAt(kernels, k);
    rescale(data, findRange([data]), scaled.subarray(k * size, (k + 1) * size));
  }
  return scaled;
}
