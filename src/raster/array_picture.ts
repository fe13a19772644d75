import { summarize } from "../tensor/summary.ts";
import { countElements, sliceAt, type Tensor } from "../tensor/tensor.ts";
import { findHalf, quantize } from "./quantize.ts";
import type { Raster } from "./raster.ts";
import { rescale, type ValueRange } from "./rescale.ts";
import { cutSlices, layoutSheet, layoutSliceRows } from "./sheet.ts";
import { createRaster, paintSliceRows } from "./tile_grid.ts";

/** A picture of an array, and how its values became grey levels, in words. */
export interface ArrayPicture {
  readonly raster: Raster;
  readonly description: string;
}

// Fewer signals are drawn as curves, more as rows of a picture.
const MOST_CURVES = 4;

/**
 * Paints an array [channels, …space] as a network takes it: one axis of space
 * as curves or as rows, two as a picture, three as slices by depth. Three
 * channels of a picture are its colours; of others the mean is shown.
 */
export function paintArray(array: Tensor): ArrayPicture {
  const [channels = 1, ...space] = array.dims;
  const range = findFiniteRange(array.data);
  const scale = `0 is ${range[0]}, 255 is ${range[1]}`;
  if (space.length === 1) {
    return channels <= MOST_CURVES
      ? {
        raster: drawCurves(array, range),
        description: `The array: curves from ${range[0]} to ${range[1]}`,
      }
      : { raster: paintRows(array, range), description: `The array: a row a channel; ${scale}` };
  }
  const own = channels === 1 || channels === 3;
  const shown = own ? array : averageChannels(array);
  const limits = own ? range : findFiniteRange(shown.data);
  const parts = [
    ...own ? [] : [`the mean of ${channels} channels`],
    ...space.length > 2 ? ["slices by depth"] : [],
    `0 is ${limits[0]}, 255 is ${limits[1]}`,
  ];
  return { raster: paintSpace(shown, limits), description: `The array: ${parts.join("; ")}` };
}

function findFiniteRange(values: Float32Array): ValueRange {
  const { min, max } = summarize(values);
  return [min ?? 0, max ?? 0];
}

function averageChannels(array: Tensor): Tensor {
  const [channels = 1, ...space] = array.dims;
  const data = new Float32Array(countElements(space));
  for (let c = 0; c < channels; c++) {
    const plane = sliceAt(array, c).data;
    for (let i = 0; i < data.length; i++) data[i]! += plane[i]! / channels;
  }
  return { data, dims: [1, ...space] };
}

function paintSpace(array: Tensor, range: ValueRange): Raster {
  const [channels = 1, ...space] = array.dims;
  const slices = cutSlices([channels, 1, ...space]);
  const raster = createRaster(layoutSheet(slices), channels === 3 ? 3 : 1, {});
  const place = { left: 0, top: 0, half: findHalf({}), rows: layoutSliceRows(slices), range };
  for (let channel = 0; channel < raster.channels; channel++) {
    paintSliceRows(raster, sliceAt(array, channel).data, { ...place, channel });
  }
  return raster;
}

const LEAST_HEIGHT = 96; // pixels
const MOST_WIDTH = 1024;

// Columns of a long array share a pixel: the picture shows their mean.
function paintRows(array: Tensor, range: ValueRange): Raster {
  const [rows = 1, length = 1] = array.dims;
  const width = Math.min(length, MOST_WIDTH);
  const repeat = Math.ceil(LEAST_HEIGHT / rows);
  const data = new Float32Array(rows * repeat * width);
  const scaled = new Float32Array(array.data.length);
  rescale(array.data, range, scaled);
  for (let y = 0; y < rows * repeat; y++) {
    const row = scaled.subarray(Math.floor(y / repeat) * length);
    for (let x = 0; x < width; x++) {
      const [from, to] = span(x, width, length);
      let sum = 0;
      for (let i = from; i < to; i++) sum += row[i]!;
      data[y * width + x] = sum / (to - from);
    }
  }
  return toLevels({ data, dims: [rows * repeat, width] });
}

// Of the ratio at which a curve can be read beside maps.
const CURVE_HEIGHT = 128;
const CURVE_WIDTH = 512;

// Each column holds all that the curve takes there, from its lowest value to its highest.
function drawCurves(array: Tensor, [low, high]: ValueRange): Raster {
  const [rows = 1, length = 1] = array.dims;
  const width = CURVE_WIDTH;
  const data = new Float32Array(rows * CURVE_HEIGHT * width);
  const toLine = (value: number): number =>
    Math.round((CURVE_HEIGHT - 1) * (1 - (value - low) / (high - low || 1)));
  for (let row = 0; row < rows; row++) {
    const curve = sliceAt(array, row).data;
    for (let x = 0; x < width; x++) {
      const [from, to] = span(x, width, length);
      const { min, max } = summarize(curve.subarray(from, Math.min(to + 1, length)));
      if (min === null || max === null) continue;
      for (let line = toLine(max); line <= toLine(min); line++) {
        data[(row * CURVE_HEIGHT + line) * width + x] = 1;
      }
    }
  }
  return toLevels({ data, dims: [rows * CURVE_HEIGHT, width] });
}

// Which of `length` values column x of `width` stands for: one at least.
function span(x: number, width: number, length: number): readonly [from: number, to: number] {
  const from = Math.floor(x * length / width);
  return [from, Math.max(from + 1, Math.floor((x + 1) * length / width))];
}

function toLevels(grey: Tensor): Raster {
  const [height = 1, width = 1] = grey.dims;
  return { width, height, channels: 1, data: quantize(grey) };
}
