import type { Channels } from "../config/preprocess/preprocess.ts";
import { findMagnitude } from "../tensor/magnitude.ts";
import { findStrongestSlices } from "../tensor/strongest_slices.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import { findLimit } from "../tensor/weight_matrix.ts";
import { layoutGrid } from "./grid_layout.ts";
import { findHalf } from "./quantize.ts";
import type { Raster } from "./raster.ts";
import { findRange, type ValueRange } from "./rescale.ts";
import {
  countStrongest,
  cutSlices,
  cutStrongest,
  layoutMapTile,
  layoutSheet,
  layoutSliceRows,
  type Slices,
  STRIP_ROWS,
} from "./sheet.ts";
import {
  createRaster,
  fillPart,
  paintSliceRows,
  paintTiles,
  type TileGridOptions,
} from "./tile_grid.ts";

/** How tiles are laid out; how they are scaled is each painter's own matter. */
export interface PaintOptions extends TileGridOptions {
  /** The order of the channels that kernels read: colours are shown true for either. */
  readonly channels?: Channels;
}

/**
 * Paints kernels [out, 3, height, width] in colour, or [out, 1, height, width]
 * in grey, each with its own range.
 */
export function paintKernels(kernels: Tensor, options: PaintOptions): Raster {
  return paintPixels(kernels, options, (kernel) => findRange([kernel]));
}

/**
 * Paints maps [channels, …space] in grey, each with its own range; a map of one
 * axis is a strip, and the depths of one of three axes stand side by side.
 */
export function paintMaps(maps: Tensor, options: PaintOptions): Raster {
  const [count = 0, ...space] = maps.dims;
  const slices = cutSlices([count, 1, ...space]);
  const rows = layoutSliceRows(slices);
  const tiles = { count, channels: 1, ...layoutMapTile(maps.dims) } as const;
  const repeats = space.length === 1 ? STRIP_ROWS : 1;
  return paintTiles(tiles, options, (raster, k, { top, ...place }) => {
    const map = sliceAt(maps, k).data;
    const range = findRange([map]);
    for (let i = 0; i < repeats; i++) {
      paintSliceRows(raster, map, { ...place, top: top + i, rows, range });
    }
  });
}

/**
 * Paints every input slice of kernels [out, in, …space] in grey: a row a
 * kernel, a column an input channel. Zero is mid grey, and each kernel has its
 * own range, so that its slices can be compared.
 */
export function paintSlices(kernels: Tensor, options: PaintOptions): Raster {
  const { count, slices, ...slice } = cutSlices(kernels.dims);
  const layout = layoutGrid(count * slices, slice, { ...options, nrow: slices });
  const { padding } = layout;
  const raster = createRaster(layout, 1, options);
  const rows = { ...slice, columns: slices, gap: padding };
  const place = { left: padding, half: findHalf(options), rows };
  for (let k = 0; k < count; k++) {
    const kernel = sliceAt(kernels, k).data;
    const top = padding + k * (slice.height + padding);
    paintSliceRows(raster, kernel, { ...place, top, range: centre(kernel) });
  }
  return raster;
}

/**
 * Paints the strongest slices of kernels [out, in, …space] in grey, those of
 * each side by side in one tile, in the range of the whole kernel: all in their
 * order, where they are few. Zero and the gaps between slices are mid grey.
 */
export function paintStrongest(kernels: Tensor, options: PaintOptions): Raster {
  const [, inputs = 1] = kernels.dims;
  const most = countStrongest(kernels.dims);
  if (inputs === most) return paintSheets(kernels, options);
  const slices = cutStrongest(kernels.dims);
  const values = new Float32Array(slices.slices * slices.width * slices.height);
  const size = values.length / most;
  return paintEach(slices, options, (k) => {
    const kernel = sliceAt(kernels, k).data;
    findStrongestSlices(kernel, inputs).slices.forEach((slice, i) => {
      values.set(kernel.subarray(slice * size, (slice + 1) * size), i * size);
    });
    return { values, range: centre(kernel) };
  });
}

/**
 * Paints tiles [count, slices, …space] in grey, the slices of each side by side. Zero and the gaps
 * between them are mid grey, and each tile has its own range.
 */
export function paintSheets(tiles: Tensor, options: PaintOptions): Raster {
  return paintEach(cutSlices(tiles.dims), options, (k) => {
    const values = sliceAt(tiles, k).data;
    return { values, range: centre(values) };
  });
}

/** Paints a matrix [1, 1, rows, columns] in grey: zero is mid grey, and what is beyond its limit full. */
export function paintMatrix(matrix: Tensor, options: PaintOptions): Raster {
  return paintEach(cutSlices(matrix.dims), options, (k) => {
    const values = sliceAt(matrix, k).data;
    const limit = findLimit(values) || 1;
    return { values, range: [-limit, limit] };
  });
}

/** What is painted in a tile: the values of its slices, and their range. */
interface SheetValues {
  readonly values: Float32Array;
  readonly range: ValueRange;
}

function paintEach(
  slices: Slices,
  options: PaintOptions,
  take: (k: number) => SheetValues,
): Raster {
  const { width, height } = layoutSheet(slices);
  const tiles = { count: slices.count, channels: 1, width, height } as const;
  const rows = layoutSliceRows(slices);
  return paintTiles(tiles, options, (raster, k, place) => {
    const { values, range } = take(k);
    fillPart(raster, { ...place, width, height }, MID_GREY);
    paintSliceRows(raster, values, { ...place, rows, range });
  });
}

/**
 * Paints what lies in the space of the input, [count, 3, height, width] in
 * colour or [count, 1, height, width] in grey; of other inputs the channels
 * stand side by side in each tile. Zero is mid grey, and each tile has its own
 * range.
 */
export function paintSigned(tiles: Tensor, options: PaintOptions): Raster {
  const [, channels] = tiles.dims;
  const isPicture = channels === 1 || channels === 3;
  return isPicture ? paintPixels(tiles, options, centre) : paintSheets(tiles, options);
}

// Planes of one channel, or of three that are the colours of pixels.
function paintPixels(
  tensor: Tensor,
  options: PaintOptions,
  findOwn: (tile: Float32Array) => ValueRange,
): Raster {
  const { count, slices: planes, ...plane } = cutSlices(tensor.dims);
  const channels = planes === 3 ? 3 : 1;
  const size = plane.width * plane.height;
  const rows = { ...plane, columns: 1, gap: 0 };
  return paintTiles({ ...plane, count, channels }, options, (raster, k, place) => {
    const tile = sliceAt(tensor, k).data;
    const range = findOwn(tile);
    for (let c = 0; c < channels; c++) {
      const from = (options.channels === "BGR" ? channels - 1 - c : c) * size;
      const values = tile.subarray(from, from + size);
      paintSliceRows(raster, values, { ...place, rows, range, channel: c });
    }
  });
}

const MID_GREY = 0.5;

// w ↦ (w / m + 1) / 2 with m the largest absolute value of w's kernel or tile
function centre(values: Float32Array): ValueRange {
  const most = findMagnitude(values) || 1;
  return [-most, most];
}
