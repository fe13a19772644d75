import { formatShare } from "../../site/format.ts";
import { findMapsData } from "../../site/layer_data.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll } from "../shell/dom.ts";
import { showMapTile } from "../pair/map_tile.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import { findSheet, fitSide } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

const FIT = fitSide(82);

/** Shows the maps of a kernel on every photo, and marks the photo of the page. */
export function showPhotos(context: PanelContext, k: number, state: ViewState): void {
  for (const button of findAll(HOOKS.photoButtons)) {
    const image = button.dataset.photoId!;
    showPhotoMap(context, find("i", button)!, { k, image, state });
    const kept = findMapsData(context.data, image)?.channels.keepsPicture[k] ?? null;
    find(HOOKS.photoShare, button)!.textContent = kept === null ? "" : formatShare(kept);
    if (image === state.image) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

interface PhotoMap {
  readonly k: number;
  readonly image: string;
  readonly state: ViewState;
}

function showPhotoMap(
  context: PanelContext,
  tile: HTMLElement,
  { k, image, state: { stage, map } }: PhotoMap,
): void {
  const { picture, activated } = findMaps(context.data, image);
  const after = stage === "after" ? activated : null;
  showMapTile(context, tile, {
    sheet: findSheet(context.files, after ?? picture),
    k,
    image,
    stage: after ? "after" : "before",
    fit: FIT,
    map,
  });
}
