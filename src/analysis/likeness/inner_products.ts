import { memory, multiplyTile } from "./row_tile.wasm";

/**
 * How many products of two weights comparing the kernels of a layer may take: some seconds of work.
 * Only classifiers that were turned into convolutions need more, of thousands of kernels each.
 */
export const MOST_PRODUCTS = 1e10;

/** Equally long rows of numbers, one after another. */
export interface Rows {
  readonly data: Float32Array;
  readonly count: number;
  /** How many numbers a row has. */
  readonly length: number;
}

/** Some of the rows of kernels, and which kernels they are. */
export interface PickedRows {
  readonly rows: Rows;
  readonly kernels: readonly number[];
}

/** Picks rows, in their order; all of them are not copied. */
export function pickRows(rows: Rows, keep: (k: number) => boolean): PickedRows {
  const { data, count, length } = rows;
  const kernels = Array.from({ length: count }, (_, k) => k).filter(keep);
  if (kernels.length === count) return { rows, kernels };
  const picked = new Float32Array(kernels.length * length);
  kernels.forEach((k, i) => picked.set(data.subarray(k * length, (k + 1) * length), i * length));
  return { rows: { data: picked, count: kernels.length, length }, kernels };
}

// Numbers of a row that are multiplied in one go: so few of all rows stay in the processor's cache,
// and single precision adds up no more of them.
const SPAN = 512;

/**
 * Gives the inner products of every row of `a` with every row of `b`: A Bᵀ [a.count, b.count].
 *
 * Three rows meet three rows at a time, four numbers of each at once: five times as fast as what
 * JavaScript can do.
 */
export function multiplyRows(a: Rows, b: Rows): Float32Array {
  const products = new Float32Array(a.count * b.count);
  for (let start = 0; start < a.length; start += SPAN) {
    addSpan(products, { a, b, start, end: Math.min(start + SPAN, a.length) });
  }
  if (a === b) mirror(products, a.count);
  return products;
}

/** A part of the rows that are multiplied. */
interface Span {
  readonly a: Rows;
  readonly b: Rows;
  readonly start: number;
  readonly end: number;
}

const TILE = 3;
const BYTES = Float32Array.BYTES_PER_ELEMENT;
const ALIGNED = 4; // numbers of a vector

// A tile's products come first in the memory, then the rows of `a`, then those of `b`.
const FIRST_ROW = TILE * TILE + ALIGNED - TILE * TILE % ALIGNED;

function addSpan(products: Float32Array, { a, b, start, end }: Span): void {
  const stride = roundUp(end - start, ALIGNED);
  const second = a === b ? FIRST_ROW : FIRST_ROW + roundUp(a.count, TILE) * stride;
  reserve(second + roundUp(b.count, TILE) * stride);
  const numbers = new Float32Array(memory.buffer);
  copyRows(numbers.subarray(FIRST_ROW), a, { start, end, stride });
  if (a !== b) copyRows(numbers.subarray(second), b, { start, end, stride });
  for (let i = 0; i < a.count; i += TILE) {
    for (let j = a === b ? i : 0; j < b.count; j += TILE) {
      const [left, right] = [FIRST_ROW + i * stride, second + j * stride];
      multiplyTile(left * BYTES, right * BYTES, stride * BYTES, 0);
      addTile(products, numbers, { i, j, down: a.count, across: b.count });
    }
  }
}

function roundUp(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}

const PAGE = 1 << 16;

function reserve(numbers: number): void {
  const missing = numbers * BYTES - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

// What fills the last vector of a row, and the last tile, is 0.
function copyRows(
  to: Float32Array,
  { data, count, length }: Rows,
  { start, end, stride }: { readonly start: number; readonly end: number; readonly stride: number },
): void {
  to.fill(0, 0, roundUp(count, TILE) * stride);
  for (let k = 0; k < count; k++) {
    to.set(data.subarray(k * length + start, k * length + end), k * stride);
  }
}

/** The first row and the first column of a tile, and how many there are of each in all. */
interface TilePlace {
  readonly i: number;
  readonly j: number;
  readonly down: number;
  readonly across: number;
}

function addTile(
  products: Float32Array,
  tile: Float32Array,
  { i, j, down, across }: TilePlace,
): void {
  const [height, width] = [Math.min(TILE, down - i), Math.min(TILE, across - j)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) products[(i + y) * across + j + x]! += tile[y * TILE + x]!;
  }
}

// Copies what is right of the diagonal to the left of it.
function mirror(products: Float32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) products[i * count + j] = products[j * count + i]!;
  }
}
