import { hasSingleCells } from "../../report/report_layer.ts";
import type { Fit } from "../../site/tile/sprite.ts";
import { nameLook } from "../tile/colour_filters.ts";
import type { PanelContext } from "./panel_context.ts";
import { type Sheet, showTile } from "../tile/tile.ts";
import { findShared, findTarget } from "../tile/value_range.ts";
import { findOverlay } from "../../site/tile/tile_range.ts";
import type { ColourMap } from "../tile/view_state.ts";

/** A map of the chosen pair, and how it is shown. */
export interface MapTile {
  readonly sheet: Sheet;
  readonly k: number;
  readonly image: string;
  readonly stage: "before" | "after";
  readonly fit: Fit;
  readonly map: ColourMap;
}

/**
 * Shows a map by its own range of values, whatever the maps of the grid share; a single cell, which has
 * none, by that of all maps of the layer.
 */
export function showMapTile(
  { mapRanges, data }: PanelContext,
  tile: HTMLElement,
  { sheet, k, image, stage, fit, map }: MapTile,
): void {
  showTile(tile, sheet, k, fit);
  const ranges = mapRanges(image, stage);
  const own = ranges[k];
  const shared = findShared(ranges, hasSingleCells(data.layer) ? "layer" : "tile", map);
  const overlay = own ? findOverlay(own, findTarget(own, { shared, map })) : "";
  tile.style.setProperty("--overlay", overlay);
  tile.style.setProperty("--look", nameLook(map));
}
