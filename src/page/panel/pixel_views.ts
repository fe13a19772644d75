import { find } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { fitSide, showTile } from "../tile/tile.ts";

const FIT = fitSide(165);

/** Shows what a kernel amounts to in the pixels of the photo. */
export function showPixelViews({ data: { layer } }: PanelContext, k: number): void {
  const views = [["projection", layer.projections], ["effective", layer.effective]] as const;
  for (const [name, view] of views) {
    const tile = find(`[data-tile="${name}"]`);
    if (tile && view?.picture) showTile(tile, { picture: view.picture, folder: "" }, k, FIT);
  }
}
