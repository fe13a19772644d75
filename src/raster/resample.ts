import type { Preprocess } from "../config/preprocess/preprocess.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import { reserveBytes } from "../tensor/wasm_memory.ts";
import { memory, mixPixels, mixRows } from "./mix_pass.wasm";
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
  const blurred = mixDown(across, weighBlur(photo.height, deviation));
  freeBytes(across.data);
  return blurred;
}

/** Mixes the rows of a photo, each as long as the line then. */
export function mixAcross(photo: Raster, line: ResampleWeights): Raster {
  const { height, channels } = photo;
  const width = line.first.length;
  const mixed = { width, height, channels, data: new Uint8Array(channels * width * height) };
  if (mixed.data.length === 0) return mixed;
  if (channels === 3) mixColours(photo, line, mixed);
  else mixGreys(photo, line, mixed);
  return mixed;
}

// Of what is mixed in one go: it stays in the processor's cache.
const STRIP = 1 << 16; // bytes

function mixColours(photo: Raster, line: ResampleWeights, { width, height, data }: Raster): void {
  const [own, mixed] = [3 * photo.width, 3 * width];
  const most = Math.max(1, Math.floor(STRIP / Math.max(own, mixed)));
  const { first, past, weights, end } = layLine(line);
  const to = end + most * own;
  makeRoom(to + most * mixed);
  for (let y = 0; y < height; y += most) {
    const rows = Math.min(most, height - y);
    writeBytes(photo.data.subarray(own * y, own * (y + rows)), end);
    mixPixels(rows, end, own, width, first, past, weights, 4 * line.count, to);
    data.set(new Uint8Array(memory.buffer, to, mixed * rows), mixed * y);
  }
}

const HALF = 2 ** (WEIGHT_BITS - 1);

function mixGreys(photo: Raster, line: ResampleWeights, { width, height, data }: Raster): void {
  const { count, first, past, weights } = line;
  for (let y = 0; y < height; y++) {
    const row = photo.data.subarray(y * photo.width, (y + 1) * photo.width);
    for (let i = 0; i < width; i++) {
      let sum = HALF;
      let k = i * count;
      for (let x = first[i]!; x < past[i]!; x++) {
        sum = sum + Math.imul(weights[k++]!, row[x]!) | 0;
      }
      data[y * width + i] = Math.max(0, Math.min(255, sum >> WEIGHT_BITS));
    }
  }
}

/** Mixes the columns of a photo, each as long as the line then. */
export function mixDown(photo: Raster, line: ResampleWeights): Raster {
  const { width, channels } = photo;
  const height = line.first.length;
  const length = channels * width;
  const mixed = { width, height, channels, data: new Uint8Array(length * height) };
  if (mixed.data.length === 0) return mixed;
  const laid = layLine(line);
  for (let y = 0, end; y < height; y = end) {
    end = findEnd(line, y, STRIP / length);
    mixStrip(photo, { line, laid, y, end }, mixed);
  }
  return mixed;
}

// The first row behind those that are mixed of so many; one is mixed anyway.
function findEnd({ first, past }: ResampleWeights, y: number, most: number): number {
  let end = y + 1;
  while (end < past.length && past[end]! - first[y]! <= most) end++;
  return end;
}

/** The rows of a line, from one to the one before `end`. */
interface Rows {
  readonly line: ResampleWeights;
  readonly laid: LaidLine;
  readonly y: number;
  readonly end: number;
}

function mixStrip(
  photo: Raster,
  { line, laid: { weights, end: rows }, y, end }: Rows,
  { data, width, channels }: Raster,
): void {
  const length = channels * width;
  const [from, past] = [line.first[y]!, line.past[end - 1]!]; // both lists rise
  const [own, mixed] = [length * (past - from), length * (end - y)];
  const to = rows + own;
  makeRoom(to + mixed);
  writeBytes(photo.data.subarray(length * from, length * past), rows);
  for (let i = y; i < end; i++) {
    const first = line.first[i]!;
    mixRows(
      ...[line.past[i]! - first, rows + length * (first - from), length] as const,
      ...[weights + 4 * line.count * i, to + length * (i - y)] as const,
    );
  }
  data.set(new Uint8Array(memory.buffer, to, mixed), length * y);
}

/** Where a line lies in memory, and what is free behind it. */
interface LaidLine {
  readonly first: number;
  readonly past: number;
  readonly weights: number;
  readonly end: number;
}

// What is read and written beyond the end.
const BEYOND = 16;

function makeRoom(bytes: number): void {
  reserveBytes(memory, bytes + BEYOND);
}

function layLine({ first, past, weights }: ResampleWeights): LaidLine {
  const places = first.byteLength;
  const end = 2 * places + weights.byteLength;
  makeRoom(end);
  const numbers = new Int32Array(memory.buffer);
  numbers.set(first);
  numbers.set(past, first.length);
  numbers.set(weights, 2 * first.length);
  return { first: 0, past: places, weights: 2 * places, end };
}

function writeBytes(bytes: Uint8Array, at: number): void {
  new Uint8Array(memory.buffer).set(bytes, at);
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
