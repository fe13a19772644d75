import { findMapsData, type LayerData } from "../html/layer_data.ts";
import { findPicture } from "../html/sprite.ts";
import type { ColourMap, Scale } from "./view_state.ts";

/** The values that black and white stand for. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** What the grey levels of each tile of a grid stand for; null for a tile without finite values. */
export type TileRanges = readonly (ValueRange | null)[];

/** Finds what the grey levels of the kernels' tiles stand for. */
export function findKernelRanges({ layer, measures }: LayerData): TileRanges {
  const kernels = measures?.kernels ?? null;
  if (kernels === null) return [];
  const centred = findPicture(layer, "sheets") !== null; // zero is mid grey there
  return kernels.min.map((min, k) => {
    const range = makeRange(min, kernels.max[k] ?? null);
    return range && centred ? centre(range) : range;
  });
}

/** Finds what the grey levels of the maps' tiles stand for. */
export function findMapRanges(
  data: LayerData,
  image: string,
  stage: "before" | "after",
): TileRanges {
  const maps = findMapsData(data, image);
  const columns = stage === "after" ? maps?.activated : maps?.channels;
  return (columns?.min ?? []).map((min, k) => makeRange(min, columns!.max[k] ?? null));
}

// As make_grid scales a tile: by its range, though by at least 1e-5.
const LEAST = 1e-5;

function makeRange(min: number | null, max: number | null): ValueRange | null {
  return min === null || max === null ? null : { low: min, high: Math.max(max, min + LEAST) };
}

function centre({ low, high }: ValueRange): ValueRange {
  const most = Math.max(Math.abs(low), Math.abs(high), LEAST);
  return { low: -most, high: most };
}

/** Finds the range that all tiles are to share; null where each keeps its own. */
export function findShared(ranges: TileRanges, scale: Scale, map: ColourMap): ValueRange | null {
  const known = ranges.filter((range) => range !== null);
  if (scale === "tile" || known.length === 0) return null;
  const low = known.reduce((least, range) => Math.min(least, range.low), Infinity);
  const high = known.reduce((most, range) => Math.max(most, range.high), -Infinity);
  return scale === "zero" || map === "signed" ? centre({ low, high }) : { low, high };
}

/** Finds the range that a tile is to be shown in. */
export function findTarget(
  own: ValueRange,
  { shared, map }: { readonly shared: ValueRange | null; readonly map: ColourMap },
): ValueRange {
  return shared ?? (map === "signed" ? centre(own) : own);
}

/** The veil of a tile that shows its own range. */
export const CLEAR = "transparent";

/**
 * The colour that, laid over a tile, brings its values from its own range into another: the tile
 * shows through by the share of the other range that its own takes.
 */
export function findVeil(own: ValueRange, target: ValueRange): string {
  const span = target.high - target.low;
  const share = (own.high - own.low) / span;
  if (share >= 1) return CLEAR;
  const offset = (own.low - target.low) / span;
  const grey = Math.min(1, Math.max(0, offset / (1 - share))) * 255;
  return `rgb(${grey} ${grey} ${grey} / ${1 - share})`;
}
