import type { Preprocess } from "../config/preprocess/preprocess.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import type { Raster, Size } from "./raster.ts";
import {
  type ResampleWeights,
  shiftLine,
  takePlaces,
  weighBlur,
  weighLine,
  WEIGHT_BITS,
} from "./resample_weights.ts";

/** A part of a raster. */
export interface RasterPart extends Size {
  readonly left: number;
  readonly top: number;
}

/** How a photo is brought to another size. */
export interface ResampleOptions {
  readonly kernel: Preprocess["kernel"];
  /**
   * What is wanted of the resized photo, within it.
   *
   * @default All of it.
   */
  readonly part?: RasterPart;
}

/**
 * Brings a photo to another size, byte for byte as Pillow's `Image.resize`
 * does: across, then down, rounded to 8 bits in between.
 */
export function resample(photo: Raster, size: Size, options: ResampleOptions): Raster {
  const { kernel, part = { left: 0, top: 0, ...size } } = options;
  if (kernel === "nearest") return pickNearest(photo, size, part);
  const { left, width, top, height } = part;
  if (photo.height === size.height) {
    return resampleAcross(takeRows(photo, top, top + height), size.width, { ...part, kernel });
  }
  const rows = takePlaces(weighLine(photo.height, size.height, kernel), top, top + height);
  const [from, past] = [rows.first[0]!, rows.past.at(-1)!]; // both lists rise
  const read = takeRows(photo, from, past);
  const across = resampleAcross(read, size.width, { left, width, kernel });
  const resized = mixDown(across, shiftLine(rows, from));
  if (across.data.buffer !== photo.data.buffer) freeBytes(across.data);
  return resized;
}

/** What is wanted of rows. */
interface Columns extends Pick<RasterPart, "left" | "width"> {
  readonly kernel: Exclude<Preprocess["kernel"], "nearest">;
}

function resampleAcross(photo: Raster, to: number, { left, width, kernel }: Columns): Raster {
  return photo.width === to
    ? takeColumns(photo, left, left + width)
    : mixAcross(photo, takePlaces(weighLine(photo.width, to, kernel), left, left + width));
}

function takeRows(photo: Raster, from: number, past: number): Raster {
  const row = photo.channels * photo.width;
  return { ...photo, height: past - from, data: photo.data.subarray(row * from, row * past) };
}

function takeColumns(photo: Raster, from: number, past: number): Raster {
  const { channels, height } = photo;
  const width = past - from;
  if (width === photo.width) return photo;
  const data = new Uint8Array(channels * width * height);
  for (let y = 0; y < height; y++) {
    const row = channels * photo.width * y;
    data.set(
      photo.data.subarray(row + channels * from, row + channels * past),
      channels * width * y,
    );
  }
  return { ...photo, width, data };
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

function pickNearest(photo: Raster, size: Size, { left, top, width, height }: RasterPart): Raster {
  const { channels } = photo;
  const columns = findNearest(photo.width, size.width).subarray(left, left + width);
  const rows = findNearest(photo.height, size.height).subarray(top, top + height);
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
