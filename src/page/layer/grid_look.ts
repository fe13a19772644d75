import { HOOKS } from "../../site/hook/hooks.ts";
import { findKernelView } from "../../site/tile/kernel_view.ts";
import { describeTiles } from "../../site/tile/view_text.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import { find } from "../shell/dom.ts";
import { isDark } from "../shell/theme.ts";
import type { Grid } from "../tile/grid.ts";
import { findKernelColours } from "../tile/kernel_colours.ts";
import { joinLegends, tellLegend } from "../tile/legend.ts";
import { listOverlays } from "../tile/value_range.ts";
import type { ViewState } from "../tile/view_state.ts";

/** The grids of a layer's page, and what they are to show. */
export interface ShownGrids {
  readonly context: PanelContext;
  readonly list: HTMLElement;
  readonly grid: Pick<Grid, "overlay">;
  readonly state: ViewState;
}

/** Gives the grids the view, the colours and the ranges of their state, and says what these stand for. */
export function paintGrids({ context, list, grid, state }: ShownGrids, dark = isDark()): void {
  const { data: { layer }, words } = context;
  const maps = { scale: state.scale, map: state.map };
  const viewed = findKernelView(layer, state.kernels);
  const kernels = { ...maps, map: findKernelColours(viewed, state.map) };
  const kernelRanges = context.kernelRanges(state.kernels);
  const mapRanges = context.mapRanges(state.image, state.stage);
  grid.overlay("kernel", listOverlays(kernelRanges, kernels));
  grid.overlay("map", listOverlays(mapRanges, maps));
  setData(list, { kernels: kernels.map, maps: maps.map });
  const tiles = viewed && describeTiles(viewed, context.data, words);
  tellLegend(words, { name: "kernels", ranges: kernelRanges, look: kernels, dark, tiles });
  tellLegend(words, { name: "maps", ranges: mapRanges, look: maps, dark });
  joinLegends(kernels.map === maps.map);
  // Of all tiles of the page; sizes are those of the grids alone.
  const number = context.data.photos.findIndex(({ id }) => id === state.image) + 1;
  setData(find(HOOKS.layerMain)!, {
    view: state.kernels,
    stage: state.stage,
    chosenPhoto: String(number),
  });
  setData(list.closest<HTMLElement>(HOOKS.work)!, { layout: state.layout });
}

// All tiles are styled anew when one of these changes, so none is set that is so already.
function setData({ dataset }: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (dataset[name] !== value) dataset[name] = value;
  }
}
