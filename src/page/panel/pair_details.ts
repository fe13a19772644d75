import { HOOKS } from "../../site/hook/hooks.ts";
import { showCircuit } from "./circuit_table.ts";
import { find } from "../shell/dom.ts";
import { showExciting } from "./exciting_row.ts";
import { watchViewport } from "../shell/viewport.ts";
import { showMix } from "./mix_row.ts";
import { showNeighbours } from "./neighbour_rows.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { showPhotos } from "./photo_row.ts";
import { showPanelTiles } from "./panel_tiles.ts";
import { openStrips } from "./strips.ts";
import type { ViewState } from "../tile/view_state.ts";

/** What stands under the grids: the numbers of a pair, and what it goes together with. */
export interface PairDetails {
  show(k: number, state: ViewState): void;
}

/** Takes hold of the place under the grids; it follows the page only near the window. */
export function openPairDetails(context: PanelContext): PairDetails {
  const show = openParts(context);
  let isNear = false;
  let due = (): void => {};
  const place = find(HOOKS.details);
  if (place) {
    watchViewport(place, context.signal, (near) => {
      isNear = near;
      if (!near) return;
      due();
      due = () => {};
    });
  }
  return {
    show: (k, state) => {
      if (isNear) show(k, state);
      else due = () => show(k, state);
    },
  };
}

function openParts(context: PanelContext): PairDetails["show"] {
  let mark: ReturnType<typeof openStrips> | null = null;
  return (k, state) => {
    mark ??= openStrips(context); // drawn for all pairs at once
    mark(k);
    showPhotos(context, k, state);
    showNeighbours(context, k, state);
    showMix(context, k, state);
    showCircuit(context, k, state);
    showExciting(context, k);
    showPanelTiles(context, k, state);
  };
}
