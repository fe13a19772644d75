import type { Size } from "../../raster/raster.ts";
import type { WeightMatrix } from "../../analysis/matrix/mixing.ts";

/** How the matrix of a layer stands on its page, in CSS pixels: rows and columns with their norms beside. */
export interface MatrixLayout {
  /** Of the matrix alone. */
  readonly matrix: Size;
  /** With the bars of the norms. */
  readonly whole: Size;
}

const LONGEST = 512;
const LARGEST_CELL = 16;
// So that rows that are few can be pointed at.
const SHORTEST = 128;
/** How long the bar of the largest norm is, and how far from the matrix bars begin. */
export const NORMS = { length: 40, gap: 4 } as const;

/** Lays out the picture of a matrix: its pixels stay whole, few rows or columns stand wider. */
export function layoutMatrix({ width, height }: Size): MatrixLayout {
  const zoom = fitWhole(LONGEST, Math.max(width, height));
  const side = (extent: number): number => extent * Math.max(zoom, fitWhole(SHORTEST, extent));
  const matrix = { width: side(width), height: side(height) };
  const beside = NORMS.gap + NORMS.length;
  return { matrix, whole: { width: matrix.width + beside, height: matrix.height + beside } };
}

function fitWhole(room: number, extent: number): number {
  return Math.min(LARGEST_CELL, Math.max(1, Math.floor(room / extent)));
}

/** A weight of a matrix. */
export interface MatrixWeight {
  readonly k: number;
  readonly input: number;
}

/** Finds which weight stands at a place of a matrix, in shares of its width and height; null beyond. */
export function findWeight(
  { output, input }: Pick<WeightMatrix, "output" | "input">,
  { x, y }: { readonly x: number; readonly y: number },
): MatrixWeight | null {
  const k = y < 0 ? undefined : output[Math.floor(y * output.length)];
  const read = x < 0 ? undefined : input[Math.floor(x * input.length)];
  return k === undefined || read === undefined ? null : { k, input: read };
}

/** Where the row of a kernel stands, in CSS pixels from above. */
export interface MatrixRow {
  readonly top: number;
  readonly height: number;
}

/** Finds the row of a kernel; null where it has none. */
export function findRow(
  { output }: Pick<WeightMatrix, "output">,
  { matrix: { height } }: MatrixLayout,
  k: number,
): MatrixRow | null {
  const row = output.indexOf(k);
  return row < 0 ? null : { top: row * height / output.length, height: height / output.length };
}
