import { BIN_COUNT, findBin } from "./value_bins.ts";

/** What one photo tells of the maps of a layer: a number a kernel in each column. */
export interface PhotoNumbers {
  /** How many cells a map has. */
  readonly cells: number;
  /** The largest finite value of each map; -infinity where it has none. */
  readonly strongest: Float32Array;
  /** Its cell, the first of equal ones, as {@linkcode placeCell} writes it. */
  readonly places: Uint32Array;
  /** The smallest finite value of each map; infinity where it has none. */
  readonly weakest: Float32Array;
  /** The sum of the finite values, rounded to float64. */
  readonly sums: Float64Array;
  /** The sum of their squares, rounded to float64. */
  readonly squares: Float64Array;
  /** How many cells are above 0. */
  readonly on: Uint32Array;
  /** How many cells are NaN or infinite. */
  readonly nonFinite: Uint32Array;
}

/** How many cells of each map of a layer have values in each bin: [kernels, {@linkcode BIN_COUNT}]. */
export interface BinCounts {
  readonly above: Uint32Array;
  /** Null as long as no value was below 0. */
  below: Uint32Array | null;
}

/** Begins to count the values of so many kernels. */
export function createBinCounts(kernels: number): BinCounts {
  return { above: new Uint32Array(kernels * BIN_COUNT), below: null };
}

/** How many cells a map has, and how many of them stand in a row. */
export interface MapExtent {
  readonly cells: number;
  readonly width: number;
}

/**
 * Measures maps in one pass, and counts their values.
 *
 * @param maps Values [kernels, cells].
 */
export function measurePhoto(
  maps: Float32Array,
  { cells, width }: MapExtent,
  counts: BinCounts,
): PhotoNumbers {
  const kernels = maps.length / cells;
  const numbers = createNumbers(kernels, cells);
  const bits = new Uint32Array(maps.buffer, maps.byteOffset, maps.length);
  for (let kernel = 0; kernel < kernels; kernel++) {
    measureMap({ maps, bits, kernel }, counts, numbers);
  }
  numbers.places.forEach((cell, kernel) => numbers.places[kernel] = placeCell(cell, width));
  return numbers;
}

// Both are below 2¹⁶ in any map that fits into memory.
const ROW = 2 ** 16;

/** Writes a cell as one number: its row times 2¹⁶, and its column. */
function placeCell(cell: number, width: number): number {
  const row = Math.floor(cell / width);
  return row * ROW + cell - row * width;
}

/** Reads it again. */
export function readPlace(place: number): { readonly x: number; readonly y: number } {
  const y = Math.floor(place / ROW);
  return { x: place - y * ROW, y };
}

function createNumbers(kernels: number, cells: number): PhotoNumbers {
  return {
    cells,
    strongest: new Float32Array(kernels).fill(-Infinity),
    places: new Uint32Array(kernels),
    weakest: new Float32Array(kernels).fill(Infinity),
    sums: new Float64Array(kernels),
    squares: new Float64Array(kernels),
    on: new Uint32Array(kernels),
    nonFinite: new Uint32Array(kernels),
  };
}

/** A map of a layer, and its bits. */
interface MapValues {
  readonly maps: Float32Array;
  readonly bits: Uint32Array;
  readonly kernel: number;
}

function measureMap(
  { maps, bits, kernel }: MapValues,
  counts: BinCounts,
  numbers: PhotoNumbers,
): void {
  const start = kernel * numbers.cells;
  const bins = kernel * BIN_COUNT;
  let [largest, place, smallest] = [-Infinity, 0, Infinity];
  let [sum, squares, on, nonFinite] = [0, 0, 0, 0];
  for (let cell = 0; cell < numbers.cells; cell++) {
    const value = maps[start + cell]!;
    if (!(Math.abs(value) < Infinity)) {
      nonFinite++;
      continue;
    }
    if (value > largest) {
      largest = value;
      place = cell;
    }
    if (value < smallest) smallest = value;
    if (value === 0) continue;
    sum += value;
    squares += value * value;
    const bin = bins + findBin(bits[start + cell]! & 0x7fffffff);
    if (value > 0) {
      on++;
      counts.above[bin]!++;
    } else (counts.below ??= new Uint32Array(counts.above.length))[bin]!++;
  }
  numbers.strongest[kernel] = largest;
  numbers.places[kernel] = place;
  numbers.weakest[kernel] = smallest;
  numbers.sums[kernel] = sum;
  numbers.squares[kernel] = squares;
  numbers.on[kernel] = on;
  numbers.nonFinite[kernel] = nonFinite;
}
