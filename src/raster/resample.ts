import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { Raster, Size } from "./raster.ts";
import { type ResampleWeights, weighBlur, weighLine, WEIGHT_BITS } from "./resample_weights.ts";

/**
 * Brings a photo to another size, byte for byte as Pillow's `Image.resize`
 * does: across, then down, rounded to 8 bits in between.
 */
export function resample(photo: Raster, size: Size, kernel: Preprocess["kernel"]): Raster {
  if (kernel === "nearest") return pickNearest(photo, size);
  const across = photo.width === size.width
    ? photo
    : mixAcross(photo, weighLine(photo.width, size.width, kernel));
  return across.height === size.height
    ? across
    : mixDown(across, weighLine(across.height, size.height, kernel));
}

/**
 * Blurs a photo by a Gaussian: across, then down, rounded to 8 bits in between. Beyond its border
 * there is nothing.
 *
 * @param deviation The standard deviation, in pixels.
 */
export function blur(photo: Raster, deviation: number): Raster {
  const across = mixAcross(photo, weighBlur(photo.width, deviation));
  return mixDown(across, weighBlur(photo.height, deviation));
}

function mixAcross(photo: Raster, line: ResampleWeights): Raster {
  const { height, channels } = photo;
  const width = line.first.length;
  const data = new Uint8Array(channels * width * height);
  const mixRow = channels === 3 ? mixColourRow : mixGreyRow;
  for (let y = 0; y < height; y++) {
    const row = photo.data.subarray(channels * y * photo.width, channels * (y + 1) * photo.width);
    mixRow(row, data.subarray(channels * y * width, channels * (y + 1) * width), line);
  }
  return { width, height, channels, data };
}

const HALF = 2 ** (WEIGHT_BITS - 1);

// The three sums of a pixel side by side: its channels share the weights.
function mixColourRow(row: Uint8Array, target: Uint8Array, line: ResampleWeights): void {
  const { count, first, past, weights } = line;
  for (let i = 0, at = 0; i < first.length; i++) {
    let red = HALF;
    let green = HALF;
    let blue = HALF;
    let k = i * count;
    for (let from = 3 * first[i]!; from < 3 * past[i]!; from += 3) {
      const weight = weights[k++]!;
      red = red + Math.imul(weight, row[from]!) | 0;
      green = green + Math.imul(weight, row[from + 1]!) | 0;
      blue = blue + Math.imul(weight, row[from + 2]!) | 0;
    }
    target[at++] = toLevel(red);
    target[at++] = toLevel(green);
    target[at++] = toLevel(blue);
  }
}

function mixGreyRow(row: Uint8Array, target: Uint8Array, line: ResampleWeights): void {
  const { count, first, past, weights } = line;
  for (let i = 0; i < first.length; i++) {
    let sum = HALF;
    let k = i * count;
    for (let x = first[i]!; x < past[i]!; x++) {
      sum = sum + Math.imul(weights[k++]!, row[x]!) | 0;
    }
    target[i] = toLevel(sum);
  }
}

function toLevel(sum: number): number {
  const level = sum >> WEIGHT_BITS;
  return level < 0 ? 0 : level > 255 ? 255 : level;
}

// Row by row, as they lie in memory.
function mixDown(photo: Raster, { count, first, past, weights }: ResampleWeights): Raster {
  const { width, channels } = photo;
  const height = first.length;
  const length = channels * width;
  const data = new Uint8Array(length * height);
  const sums = new Int32Array(length);
  for (let y = 0; y < height; y++) {
    sums.fill(HALF);
    for (let from = first[y]!, k = y * count; from < past[y]!; from++, k++) {
      addRow(sums, photo.data.subarray(from * length, (from + 1) * length), weights[k]!);
    }
    for (let i = 0; i < length; i++) data[y * length + i] = toLevel(sums[i]!);
  }
  return { width, height, channels, data };
}

function addRow(sums: Int32Array, row: Uint8Array, weight: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + Math.imul(weight, row[i]!) | 0;
}

function pickNearest(photo: Raster, { width, height }: Size): Raster {
  const { channels } = photo;
  const columns = findNearest(photo.width, width);
  const rows = findNearest(photo.height, height);
  const data = new Uint8Array(channels * width * height);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      const from = channels * (row * photo.width + column);
      for (let c = 0; c < channels; c++) data[at++] = photo.data[from + c]!;
    }
  }
  return { width, height, channels, data };
}

// ⌊(i + 1/2) from/to⌋, added up as Pillow does, whose rounding decides where this is nearly whole.
function findNearest(from: number, to: number): Int32Array {
  const places = new Int32Array(to);
  const step = from / to;
  for (let i = 0, place = step * 0.5; i < to; i++, place += step) places[i] = Math.trunc(place);
  return places;
}
