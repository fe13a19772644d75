import { type GridLayoutOptions, layoutGrid } from "./grid_layout.ts";
import { findHalf, type QuantizeOptions, toLevel } from "./quantize.ts";
import type { Raster, Size } from "./raster.ts";
import { MIN_SPAN, type ValueRange } from "./rescale.ts";
import type { SliceRows } from "./sheet.ts";

/** How tiles are laid out in a grid, the value of the gaps between them, and how levels are rounded. */
export interface TileGridOptions extends GridLayoutOptions, QuantizeOptions {
  readonly padValue?: number;
}

/** Tiles of one size in a grid, and the channels of their pixels. */
export interface PaintedTiles extends Size {
  readonly count: number;
  readonly channels: Raster["channels"];
}

/** The upper left pixel of something in a raster. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Where a tile is painted, and what is added to its levels before their fractions are cut off. */
export interface PaintPlace extends Corner {
  readonly half: number;
}

/** Where slices are painted, and how. */
export interface SlicePlace extends PaintPlace {
  readonly rows: SliceRows;
  /** What becomes 0 and what 255. */
  readonly range: ValueRange;
  /** Which channel of the pixels they make; the first by default. */
  readonly channel?: number;
}

/** Paints a grid of tiles, gaps at `padValue`; `paint` paints tile k at its place. */
export function paintTiles(
  { count, channels, ...tile }: PaintedTiles,
  options: TileGridOptions,
  paint: (raster: Raster, k: number, place: PaintPlace) => void,
): Raster {
  const layout = layoutGrid(count, tile, options);
  const { columns, padding } = layout;
  const raster = createRaster(layout, channels, options);
  const half = findHalf(options);
  for (let k = 0; k < count; k++) {
    const left = padding + (k % columns) * (tile.width + padding);
    const top = padding + Math.floor(k / columns) * (tile.height + padding);
    paint(raster, k, { left, top, half });
  }
  return raster;
}

/** Makes a raster of the level of `padValue`. */
export function createRaster(
  { width, height }: Size,
  channels: Raster["channels"],
  { padValue = 0, ...options }: TileGridOptions,
): Raster {
  const data = new Uint8Array(width * height * channels);
  if (padValue !== 0) data.fill(toLevel(Math.fround(padValue), findHalf(options)));
  return { width, height, channels, data };
}

/** Fills a part of a raster with the level of a value. */
export function fillPart(
  { width, channels, data }: Raster,
  part: PaintPlace & Size,
  value: number,
): void {
  const level = toLevel(Math.fround(value), part.half);
  for (let y = part.top; y < part.top + part.height; y++) {
    const from = (y * width + part.left) * channels;
    data.fill(level, from, from + part.width * channels);
  }
}

/**
 * Paints slices that lie one behind the other in `values`. Their levels are those of `rescale` and
 * `quantize`, to the bit: every operation is rounded to float32.
 */
export function paintSliceRows(
  { width: across, channels, data }: Raster,
  values: Float32Array,
  { left, top, half, rows, range, channel = 0 }: SlicePlace,
): void {
  const { width, height, columns, gap } = rows;
  const [low, high] = [Math.fround(range[0]), Math.fround(range[1])];
  const span = Math.fround(Math.max(range[1] - range[0], MIN_SPAN));
  const [nextRow, nextSlice] = [across * channels, (width + gap) * channels];
  let [column, corner, from] = [0, (top * across + left) * channels + channel, 0];
  while (from < values.length) {
    for (let y = 0, row = corner; y < height; y++, row += nextRow) {
      for (let x = 0, to = row; x < width; x++, to += channels, from++) {
        let value = values[from]!;
        if (value < low) value = low;
        if (value > high) value = high;
        data[to] = toLevel(Math.fround(Math.fround(value - low) / span), half);
      }
    }
    column = (column + 1) % columns;
    corner += column > 0 ? nextSlice : (height + gap) * nextRow - (columns - 1) * nextSlice;
  }
}
