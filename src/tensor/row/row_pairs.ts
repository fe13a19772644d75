import { reserveBytes } from "../wasm_memory.ts";
import { leastTiles, memory, multiplyTiles } from "./row_tiles.wasm";

/** Equally long rows of numbers, in a matrix or in a part of one. */
export interface Strip {
  readonly data: Float32Array;
  /** Where the first row begins. */
  readonly start: number;
  /** How far rows lie apart. */
  readonly stride: number;
  readonly count: number;
  /** How many numbers a row has. */
  readonly length: number;
}

/** What two rows make: Σ aᵢ bᵢ, or min (aᵢ + bᵢ). */
export type Combination = "product" | "least sum";

// What is beyond the end of a row must not count, and what the parts of rows make is joined.
const COMBINATIONS = {
  product: { combine: multiplyTiles, none: 0, join: addTo },
  "least sum": { combine: leastTiles, none: Infinity, join: keepLeast },
} as const;

function addTo(row: Float32Array, part: Float32Array): void {
  for (let x = 0; x < row.length; x++) row[x]! += part[x]!;
}

function keepLeast(row: Float32Array, part: Float32Array): void {
  for (let x = 0; x < row.length; x++) if (part[x]! < row[x]!) row[x] = part[x]!;
}

// Numbers of a row that are combined in one go: so few of all rows stay in the processor's cache,
// and single precision adds up no more of them.
const SPAN = 512;

/**
 * Combines every row of `a` with every row of `b`, [a.count, b.count].
 *
 * Three rows meet three rows at a time, four numbers of each at once: five times as fast as what
 * JavaScript can do. Where `a` is `b`, each two rows meet once.
 */
export function combineRows(a: Strip, b: Strip, combination: Combination): Float32Array {
  const combined = new Float32Array(a.count * b.count);
  if (combined.length === 0) return combined;
  if (combination === "least sum" && combined.length * a.length <= FEW) {
    return fillLeast(combined, a, b);
  }
  for (let from = 0; from < a.length; from += SPAN) {
    const to = Math.min(from + SPAN, a.length);
    combineSpan(combined, { a, b, from, to }, combination);
  }
  if (a === b) mirror(combined, a.count);
  return combined;
}

// Laying out so few numbers takes longer than combining them. The least of sums is the same in any order.
const FEW = 256;

function fillLeast(combined: Float32Array, a: Strip, b: Strip): Float32Array {
  for (let i = 0, at = 0; i < a.count; i++) {
    const own = a.start + i * a.stride;
    for (let j = 0; j < b.count; j++, at++) {
      const other = b.start + j * b.stride;
      let least = Infinity;
      for (let x = 0; x < a.length; x++) {
        const sum = Math.fround(a.data[own + x]! + b.data[other + x]!);
        if (sum < least) least = sum;
      }
      combined[at] = least;
    }
  }
  return combined;
}

/** A part of the rows that are combined. */
interface Span {
  readonly a: Strip;
  readonly b: Strip;
  readonly from: number;
  readonly to: number;
}

const TILE = 3; // rows
const ALIGNED = 4; // numbers of a vector
const BYTES = Float32Array.BYTES_PER_ELEMENT;

function combineSpan(
  combined: Float32Array,
  { a, b, from, to }: Span,
  combination: Combination,
): void {
  const { combine, none, join } = COMBINATIONS[combination];
  const stride = roundUp(to - from, ALIGNED);
  const across = roundUp(b.count, TILE);
  const first = roundUp(TILE * across, ALIGNED); // behind what three rows make
  const second = a === b ? first : first + roundUp(a.count, TILE) * stride;
  reserveBytes(memory, BYTES * (second + across * stride));
  const numbers = new Float32Array(memory.buffer);
  copyRows(numbers.subarray(first), a, { from, to, stride, none });
  if (a !== b) copyRows(numbers.subarray(second), b, { from, to, stride, none });
  for (let i = 0; i < a.count; i += TILE) {
    const j = a === b ? i : 0;
    const [left, right] = [first + i * stride, second + j * stride];
    combine(left * BYTES, right * BYTES, stride * BYTES, (across - j) / TILE, 0);
    const parts = listParts(numbers, { i, j, down: a.count, across: b.count });
    for (const [y, part] of parts.entries()) {
      const row = combined.subarray((i + y) * b.count + j, (i + y + 1) * b.count);
      if (from === 0) row.set(part);
      else join(row, part);
    }
  }
}

function roundUp(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}

/** Which part of rows is copied, how far apart, and what stands beyond. */
interface RowLayout {
  readonly from: number;
  readonly to: number;
  readonly stride: number;
  readonly none: number;
}

function copyRows(
  target: Float32Array,
  { data, start, stride: step, count }: Strip,
  { from, to, stride, none }: RowLayout,
): void {
  if (step === stride && to - from === stride) { // rows that are whole lie as they should
    target.set(data.subarray(start, start + count * stride));
  } else {
    for (let k = 0; k < count; k++) {
      const row = start + k * step;
      target.set(data.subarray(row + from, row + to), k * stride);
      target.fill(none, k * stride + to - from, (k + 1) * stride);
    }
  }
  target.fill(none, count * stride, roundUp(count, TILE) * stride);
}

/** The first row and the first column of what three rows made, and how many there are in all. */
interface Place {
  readonly i: number;
  readonly j: number;
  readonly down: number;
  readonly across: number;
}

/** Cuts what three rows made to the rows and columns that there are, a part a row. */
function listParts(made: Float32Array, { i, j, down, across }: Place): Float32Array[] {
  const width = roundUp(across - j, TILE);
  return Array.from({ length: Math.min(TILE, down - i) }, (_, y) => {
    return made.subarray(y * width, y * width + across - j);
  });
}

// Rows of which a part stays in the processor's cache while it is read down the columns.
const BLOCK = 32;

// Copies what is right of the diagonal to the left of it, block by block.
function mirror(combined: Float32Array, count: number): void {
  for (let left = 0; left < count; left += BLOCK) {
    const right = Math.min(left + BLOCK, count);
    for (let i = left + 1; i < count; i++) {
      const end = Math.min(right, i);
      for (let j = left; j < end; j++) combined[i * count + j] = combined[j * count + i]!;
    }
  }
}
