import { HOOKS } from "../../site/hooks.ts";
import { find } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { listPanelPictures } from "../../site/panel_pictures.ts";
import { findSheet, fitSide, showTile } from "../tile/tile.ts";

const FIT = fitSide(165);

/** Shows the tiles of pair k under their headings. */
export function showPanelTiles({ data: { layer }, files, words }: PanelContext, k: number): void {
  for (const { picture } of listPanelPictures(layer, words)) {
    const tile = find(HOOKS.panelPicture(picture.kind));
    if (tile) showTile(tile, findSheet(files, picture), k, FIT);
  }
}
