import type { Fit } from "../../site/tile/sprite.ts";
import { nameLook } from "../tile/colour_filters.ts";
import type { PanelContext } from "./panel_context.ts";
import { type Sheet, showTile } from "../tile/tile.ts";
import { findOverlay, findTarget } from "../tile/value_range.ts";
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

/** Shows a map by its own range of values, whatever the maps of the grid share. */
export function showMapTile(
  { mapRanges }: PanelContext,
  tile: HTMLElement,
  { sheet, k, image, stage, fit, map }: MapTile,
): void {
  showTile(tile, sheet, k, fit);
  const own = mapRanges(image, stage)[k];
  const overlay = own ? findOverlay(own, findTarget(own, { shared: null, map })) : "";
  tile.style.setProperty("--overlay", overlay);
  tile.style.setProperty("--look", nameLook(map));
}
