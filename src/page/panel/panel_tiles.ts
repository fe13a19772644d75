import { HOOKS } from "../../site/hook/hooks.ts";
import { find } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { listPanelPictures } from "../../site/tile/panel_pictures.ts";
import { findSheet, fitSide, showTile } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

const FIT = fitSide(165);

/** Shows the tiles of pair k under their headings, those of maps of the page's photo. */
export function showPanelTiles(
  { data: { layer }, files, words }: PanelContext,
  k: number,
  { image }: ViewState,
): void {
  const maps = layer.maps.filter((each) => each.image === image);
  for (const { picture } of listPanelPictures({ ...layer, maps }, words)) {
    const tile = find(HOOKS.panelPicture(picture.kind));
    if (tile) showTile(tile, findSheet(files, picture), k, FIT);
  }
}
