import { STRONGEST } from "../tensor/strongest_slices.ts";
import { countElements } from "../tensor/tensor.ts";
import type { Size } from "./raster.ts";

/** How many tiles there are, and how many slices of which size each is made of. */
export interface Slices extends Size {
  readonly count: number;
  readonly slices: number;
}

/** How the slices of one tile are laid out side by side. */
export interface SheetLayout extends Size {
  /** How many slices stand in a row. */
  readonly columns: number;
  /** The gap between slices, in pixels; 0 for slices of one pixel. */
  readonly gap: number;
}

/**
 * Cuts [count, channels, …space] into slices of two axes: a row for one axis
 * of space, a picture for two, a picture for each depth for three.
 */
export function cutSlices([count = 0, channels = 1, ...space]: readonly number[]): Slices {
  const [height = 1, width = 1] = space.length === 1 ? [1, space[0]!] : space.slice(-2);
  const depths = countElements(space.slice(0, -2));
  return { count, slices: channels * depths, height, width };
}

/** Counts the channels of kernels [count, channels, …space] that stand for each in an overview. */
export function countStrongest([, channels = 1]: readonly number[]): number {
  return Math.min(channels, STRONGEST);
}

/** Cuts kernels [count, channels, …space] into the slices of the channels that stand for each. */
export function cutStrongest(dims: readonly number[]): Slices {
  const [count = 0, , ...space] = dims;
  return cutSlices([count, countStrongest(dims), ...space]);
}

/** How many rows of pixels a map of one axis takes, so that it can be seen. */
export const STRIP_ROWS = 8;

/** Gives the size of the tile of a map [channels, …space]: a strip for one axis of space. */
export function layoutMapTile([, ...space]: readonly number[]): Size {
  const { width, height } = layoutSheet(cutSlices([1, 1, ...space]));
  return { width, height: space.length === 1 ? STRIP_ROWS : height };
}

/** Lays out slices in a sheet that is as square as they allow. */
export function layoutSheet({ slices, width, height }: Omit<Slices, "count">): SheetLayout {
  const gap = width * height > 1 && slices > 1 ? 1 : 0;
  const square = Math.sqrt(slices * (height + gap) / (width + gap));
  const columns = Math.min(slices, Math.max(1, Math.ceil(square)));
  const rows = Math.ceil(slices / columns);
  return {
    columns,
    gap,
    width: columns * (width + gap) - gap,
    height: rows * (height + gap) - gap,
  };
}

/** Slices of one size side by side, row by row. */
export interface SliceRows extends Size {
  /** How many slices stand in a row. */
  readonly columns: number;
  /** The gap between slices, in pixels. */
  readonly gap: number;
}

/** Lays out the slices of a sheet in its rows. */
export function layoutSliceRows({ slices, width, height }: Omit<Slices, "count">): SliceRows {
  const { columns, gap } = layoutSheet({ slices, width, height });
  return { width, height, columns, gap };
}
