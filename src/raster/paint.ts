import type { Channels } from "../config/preprocess/preprocess.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import { drawGrid, type GridOptions } from "./grid.ts";
import { type Raster, toRaster } from "./raster.ts";
import { findRange, rescale, type ValueRange } from "./rescale.ts";
import { findStrongestSlices, STRONGEST } from "../tensor/strongest_slices.ts";
import { cutSlices, makeSheets, makeStrips } from "./sheet.ts";

/** How tiles are laid out; how they are scaled is each painter's own matter. */
export interface PaintOptions extends Pick<GridOptions, "nrow" | "padding" | "padValue"> {
  /** The order of the channels that kernels read: colours are shown true for either. */
  readonly channels?: Channels;
}

/**
 * Paints kernels [out, 3, height, width] in colour, or [out, 1, height, width]
 * in grey, each with its own range.
 */
export function paintKernels(kernels: Tensor, options: PaintOptions): Raster {
  const colour = kernels.dims[1] === 3;
  const tiles = colour && options.channels === "BGR" ? reverseChannels(kernels) : kernels;
  return toRaster(
    drawGrid(tiles, { ...options, normalize: true, scaleEach: true }),
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

/**
 * Paints maps [channels, …space] in grey, each with its own range; a map of one
 * axis is a strip, and the depths of one of three axes stand side by side.
 */
export function paintMaps(maps: Tensor, options: PaintOptions): Raster {
  const [channels = 0, ...space] = maps.dims;
  // Before they are laid out, so that the gaps between depths stay out of the ranges.
  const { data } = rescaleEach(maps, (map) => findRange([map]));
  const scaled = { data, dims: [channels, 1, ...space] };
  const tiles = space.length === 1 ? makeStrips(scaled) : makeSheets(scaled, options.padValue ?? 0);
  return toRaster(drawGrid(tiles, options), 1);
}

/**
 * Paints every input slice of kernels [out, in, …space] in grey: a row a
 * kernel, a column an input channel. Zero is mid grey, and each kernel has its
 * own range, so that its slices can be compared.
 */
export function paintSlices(kernels: Tensor, options: PaintOptions): Raster {
  const { count, slices, height, width } = cutSlices(kernels.dims);
  const { data } = centreEach(kernels);
  const tiles = { data, dims: [count * slices, 1, height, width] };
  return toRaster(drawGrid(tiles, { ...options, nrow: slices }), 1);
}

/**
 * Paints kernels [out, in, …space] in grey, the slices of each side by side in
 * one tile. Zero and the gaps between slices are mid grey, and each kernel has
 * its own range.
 */
export function paintSheets(kernels: Tensor, options: PaintOptions): Raster {
  return toRaster(drawGrid(makeSheets(centreEach(kernels), MID_GREY), options), 1);
}

/**
 * Paints the strongest slices of kernels [out, in, …space] as sheets, in the
 * range of the whole kernel. There have to be more slices than are shown.
 */
export function paintStrongest(kernels: Tensor, options: PaintOptions): Raster {
  const { count, slices, height, width } = cutSlices(kernels.dims);
  const { data } = centreEach(kernels);
  const size = height * width;
  const chosen = new Float32Array(count * STRONGEST * size);
  for (let k = 0; k < count; k++) {
    findStrongestSlices(sliceAt(kernels, k).data, slices).slices.forEach((slice, i) => {
      const from = (k * slices + slice) * size;
      chosen.set(data.subarray(from, from + size), (k * STRONGEST + i) * size);
    });
  }
  const sheets = makeSheets({ data: chosen, dims: [count, STRONGEST, height, width] }, MID_GREY);
  return toRaster(drawGrid(sheets, options), 1);
}

/**
 * Paints what lies in the space of the input, [count, 3, height, width] in
 * colour or [count, 1, height, width] in grey; of other inputs the channels
 * stand side by side in each tile. Zero is mid grey, and each tile has its own
 * range.
 */
export function paintSigned(tiles: Tensor, options: PaintOptions): Raster {
  const colour = tiles.dims[1] === 3;
  if (!colour && tiles.dims[1] !== 1) return paintSheets(tiles, options);
  const centred = centreEach(tiles);
  const ordered = colour && options.channels === "BGR" ? reverseChannels(centred) : centred;
  return toRaster(drawGrid(ordered, options), colour ? 3 : 1);
}

const MID_GREY = 0.5;

// w ↦ (w / m + 1) / 2 with m the largest absolute value of w's kernel or tile
function centreEach(kernels: Tensor): Tensor {
  return rescaleEach(kernels, (data) => {
    const most = findMagnitude(data) || 1;
    return [-most, most];
  });
}

function rescaleEach(tiles: Tensor, rangeOf: (tile: Float32Array) => ValueRange): Tensor {
  const [count = 0] = tiles.dims;
  const data = new Float32Array(tiles.data.length);
  const size = data.length / count;
  for (let k = 0; k < count; k++) {
    const { data: tile } = sliceAt(tiles, k);
    rescale(tile, rangeOf(tile), data.subarray(k * size, (k + 1) * size));
  }
  return { data, dims: tiles.dims };
}

function findMagnitude(values: Float32Array): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}
