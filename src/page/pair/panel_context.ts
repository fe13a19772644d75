import { formatNumber } from "../../site/format.ts";
import type { LayerData } from "../../site/layer_data.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import { findKernelView } from "../../site/tile/kernel_view.ts";
import { hasColours } from "../../site/tile/sprite.ts";
import type { Words } from "../../words/words.ts";
import { nameLook } from "../tile/colour_filters.ts";
import type { ReportFiles } from "../files/report_files.ts";
import type { PairFacts } from "./pair_facts.ts";
import { findKernelColours } from "../tile/kernel_colours.ts";
import { findSheet, findWhole, fitSide, measureTile, type Sheet } from "../tile/tile.ts";
import type { TileRanges } from "../../site/tile/tile_range.ts";
import type { ColourMap, ViewState } from "../tile/view_state.ts";

/** What every part of the panel knows. */
export interface PanelContext {
  readonly data: LayerData;
  readonly facts: PairFacts;
  readonly words: Words;
  readonly files: ReportFiles;
  /** The way to the report's folder. */
  readonly root: string;
  /** What the grey levels of the tiles stand for. */
  readonly kernelRanges: (view: string) => TileRanges;
  readonly mapRanges: (image: string, stage: "before" | "after") => TileRanges;
  readonly signal: AbortSignal;
}

/** Finds the maps of a photo. */
export function findMaps({ layer }: LayerData, image: string): LayerData["layer"]["maps"][number] {
  return layer.maps.find((maps) => maps.image === image) ?? layer.maps[0]!;
}

/** Finds a photo of the layer; null where there is none. */
export function findPhoto({ photos }: LayerData, image: string): LayerPhoto | null {
  return photos.find(({ id }) => id === image) ?? photos[0] ?? null;
}

/** The sheet of tiles that stand for the kernels in a view; null where they are not drawn. */
export function findKernelSheet(
  { data: { layer }, files }: PanelContext,
  view: string,
): Sheet | null {
  return findSheet(files, findKernelView(layer, view)?.picture ?? null);
}

/** The sheet of the kernels as they stand enlarged in a view: all of their weights, or its tiles. */
export function findLargeSheet(context: PanelContext, view: string): Sheet | null {
  const viewed = findKernelView(context.data.layer, view);
  return viewed?.readable ? findWholeSheet(context) : findKernelSheet(context, view);
}

/** The sheet that holds all of the kernels; null where they are not drawn. */
export function findWholeSheet({ data: { layer }, files }: PanelContext): Sheet | null {
  return findWhole(files, layer);
}

/** Names the filter of the kernels' tiles: none where they are drawn in colours of their own. */
export function nameKernelLook(
  { layer }: LayerData,
  { kernels, map }: Pick<ViewState, "kernels" | "map">,
): string {
  return nameLook(findKernelColours(findKernelView(layer, kernels), map));
}

/** Names the filter of the tiles that show all weights of the kernels. */
export function nameWeightsLook({ layer }: LayerData, map: ColourMap): string {
  return hasColours(layer) ? "none" : nameLook(map);
}

/** Says between which values a tile lies. */
export function describeRange({ panel }: Words, low: number | null, high: number | null): string {
  if (low === null || high === null) return "";
  return low === high
    ? panel.flat(formatNumber(low))
    : panel.range(formatNumber(low), formatNumber(high));
}

/** How large a map stands in the panel. */
export const MAP_FIT = fitSide(165);

/** How large the maps of a photo stand in the panel, in CSS pixels. */
export function measureMap(data: LayerData, image: string): ReturnType<typeof measureTile> {
  return measureTile(findMaps(data, image).picture, MAP_FIT);
}
