import { MIN_SPAN } from "../../raster/rescale.ts";

/** The values that black and white stand for. */
export interface TileRange {
  readonly low: number;
  readonly high: number;
}

/** What the grey levels of each tile of a grid stand for; null for a tile without finite values. */
export type TileRanges = readonly (TileRange | null)[];

/** Makes a range as make_grid scales a tile: by its own, though by no less than it divides by. */
export function makeRange(min: number | null, max: number | null): TileRange | null {
  return min === null || max === null ? null : { low: min, high: Math.max(max, min + MIN_SPAN) };
}

/** Finds the range that holds two; null where one is not known. */
export function joinRanges(a: TileRange | null, b: TileRange | null): TileRange | null {
  return a && b && { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** A grey that lies over a tile. */
export interface Veil {
  /** 0 to 255. */
  readonly grey: number;
  /** How much of the tile it hides. */
  readonly share: number;
}

/**
 * Finds the grey that, laid over a tile, brings its values from its own range into another: the tile
 * shows through by the share of the other range that its own takes. Null where it shows its own.
 */
export function findVeil(own: TileRange, target: TileRange): Veil | null {
  const span = target.high - target.low;
  const share = (own.high - own.low) / span;
  if (share >= 1) return null;
  const offset = (own.low - target.low) / span;
  return { grey: Math.min(1, Math.max(0, offset / (1 - share))) * 255, share: 1 - share };
}

/** The overlay of a tile that shows its own range. */
export const CLEAR = "transparent";

/** Finds the colour of the grey that brings a tile into another range. */
export function findOverlay(own: TileRange, target: TileRange): string {
  const veil = findVeil(own, target);
  return veil === null ? CLEAR : `rgb(${veil.grey} ${veil.grey} ${veil.grey} / ${veil.share})`;
}
