import { findMapsData, type LayerData } from "../../site/layer_data.ts";
import { findKernelView } from "../../site/tile/kernel_view.ts";
import { findPicture } from "../../site/tile/sprite.ts";
import {
  CLEAR,
  findOverlay,
  makeRange,
  type TileRange,
  type TileRanges,
} from "../../site/tile/tile_range.ts";
import { MIN_SPAN } from "../../raster/rescale.ts";
import type { MapColumns } from "../../report/layer_report.ts";
import type { ColourMap, Scale, ViewState } from "./view_state.ts";

/** Finds what the grey levels of the kernels' tiles stand for in a view; none where it is not known. */
export function findKernelRanges({ layer, measures }: LayerData, view: string): TileRanges {
  const kernels = measures?.kernels ?? null;
  if (kernels === null || !findKernelView(layer, view)?.readable) return [];
  const centred = findPicture(layer, "slices") !== null; // zero is mid grey there
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
  const columns = findColumns(data, image, stage);
  return (columns?.min ?? []).map((min, k) => makeRange(min, columns!.max[k] ?? null));
}

/** Tells whether a map is as good as even, so that its tile is one grey. */
export function isFlat(
  data: LayerData,
  { image, stage }: Pick<ViewState, "image" | "stage">,
  k: number,
): boolean {
  const { min, max } = findColumns(data, image, stage) ?? {};
  return (max?.[k] ?? NaN) - (min?.[k] ?? NaN) <= MIN_SPAN;
}

function findColumns(
  data: LayerData,
  image: string,
  stage: ViewState["stage"],
): Pick<MapColumns, "min" | "max"> | null {
  const maps = findMapsData(data, image);
  return (stage === "after" ? maps?.activated : maps?.channels) ?? null;
}

function centre({ low, high }: TileRange): TileRange {
  const most = Math.max(Math.abs(low), Math.abs(high), MIN_SPAN);
  return { low: -most, high: most };
}

/** Finds the range that all tiles are to share; null where each keeps its own. */
export function findShared(ranges: TileRanges, scale: Scale, map: ColourMap): TileRange | null {
  const known = ranges.filter((range) => range !== null);
  if (scale === "tile" || known.length === 0) return null;
  const low = known.reduce((least, range) => Math.min(least, range.low), Infinity);
  const high = known.reduce((most, range) => Math.max(most, range.high), -Infinity);
  return scale === "zero" || map === "signed" ? centre({ low, high }) : { low, high };
}

/** Finds the range that a tile is to be shown in. */
export function findTarget(
  own: TileRange,
  { shared, map }: { readonly shared: TileRange | null; readonly map: ColourMap },
): TileRange {
  return shared ?? (map === "signed" ? centre(own) : own);
}

/** How tiles are drawn. */
export interface Look {
  readonly scale: Scale;
  readonly map: ColourMap;
}

/** Lists the overlays that bring tiles onto the scale that they share; none where all keep their own. */
export function listOverlays(ranges: TileRanges, { scale, map }: Look): readonly string[] {
  const shared = findShared(ranges, scale, map);
  if (shared === null && map !== "signed") return [];
  const overlays = ranges.map((own) =>
    own === null ? CLEAR : findOverlay(own, findTarget(own, { shared, map }))
  );
  return overlays.some((overlay) => overlay !== CLEAR) ? overlays : [];
}
