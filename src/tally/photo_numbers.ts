import { passMaps } from "./map_pass.ts";
import type { ValueCounts } from "./value_counts.ts";

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
  counts: ValueCounts,
): PhotoNumbers {
  const numbers = createNumbers(maps.length / cells, cells);
  passMaps(maps, cells, counts, (kernel, found) => {
    numbers.strongest[kernel] = found.largest;
    numbers.places[kernel] = placeCell(found.cell, width);
    numbers.weakest[kernel] = found.smallest;
    numbers.sums[kernel] = found.sum;
    numbers.squares[kernel] = found.squares;
    numbers.on[kernel] = found.on;
    numbers.nonFinite[kernel] = found.nonFinite;
  });
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
