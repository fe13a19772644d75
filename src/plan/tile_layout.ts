import type { GridConfig } from "../config/config.ts";
import type { Size } from "../raster/raster.ts";
import { cutSlices, layoutMapTile, layoutSheet } from "../raster/sheet.ts";

/** Tiles of one size. */
export interface Tiles extends Size {
  readonly count: number;
  /** How many stand in a row, and how far apart, where that is not for the config to say. */
  readonly nrow?: number;
  readonly padding?: number;
}

/** Lays out sheets of slices, one a kernel. */
export function layoutSheets({ count, ...slices }: ReturnType<typeof cutSlices>): Tiles {
  const { width, height } = layoutSheet(slices);
  return { count, width, height };
}

/**
 * Lays out the slices of kernels, a row a kernel. Single weights stand side by side, as in a matrix:
 * with gaps between them most of the picture would be gaps.
 */
export function layoutSlices(dims: readonly number[], { padding }: GridConfig): Tiles {
  const { count, slices, width, height } = cutSlices(dims);
  const gap = width * height === 1 ? 0 : padding;
  return { count: count * slices, width, height, nrow: slices, padding: gap };
}

const WIDEST = 2048; // pixels

/**
 * Lays out the maps of a layer. Long strips stand below each other: eight side by side would be wider
 * than pictures are shown.
 */
export function layoutMaps(dims: readonly number[], { nrow, padding }: GridConfig): Tiles {
  const [count = 0, ...space] = dims;
  const tile = layoutMapTile(dims);
  if (space.length !== 1) return { count, ...tile };
  const fitting = Math.floor(WIDEST / (tile.width + padding));
  return { count, ...tile, nrow: Math.max(1, Math.min(nrow, fitting)) };
}

/** Lays out what lies in the photo's pixels; channels that are no colours stand side by side. */
export function layoutPixels(dims: readonly number[]): Tiles {
  const [, channels] = dims;
  const isPicture = channels === 1 || channels === 3;
  return isPicture ? cutSlices(dims) : layoutSheets(cutSlices(dims));
}
