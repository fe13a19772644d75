import pair_cells from "../../../templates/layer/pair_cells.hbs" with { type: "text" };
import { type CellView, viewPairCells } from "../../site/tile/pair_cells.ts";
import { compileTemplates } from "../../site/template.ts";
import type { PanelContext } from "../pair/panel_context.ts";

/** Pairs of the grids: the view of `pair_cells.hbs`. */
interface PairCellsView {
  readonly cells: readonly CellView[];
}

const render = compileTemplates<{ readonly pair_cells: PairCellsView }>({ pair_cells });

/** Adds the pairs of a large layer that its page does not hold. */
export function completePairs(
  list: HTMLElement,
  { data: { layer }, words }: Pick<PanelContext, "data" | "words">,
): void {
  const range = { from: list.childElementCount, to: layer.pairs };
  const cells = viewPairCells(layer, words, range);
  list.insertAdjacentHTML("beforeend", render("pair_cells", { cells }));
}
