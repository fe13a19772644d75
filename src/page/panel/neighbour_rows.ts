import neighbours from "../../../templates/panel/neighbours.hbs" with { type: "text" };
import shot from "../../../templates/tile/shot.hbs" with { type: "text" };
import { isNear } from "../../analysis/likeness/neighbours.ts";
import { formatShare } from "../../site/format.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { Words } from "../../words/words.ts";
import { findKernelSheet, nameKernelLook, type PanelContext } from "../pair/panel_context.ts";
import { fill, find } from "../shell/dom.ts";
import { fitSide, layTiles } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

/** Kernels that are like another, or opposite to it: the view of `neighbours.hbs`. */
export interface NeighboursView {
  readonly kernels: readonly NeighbourView[];
  /** That there is none, in words. */
  readonly none: string;
}

/** A kernel in a row of neighbours. */
export interface NeighbourView {
  readonly index: string;
  readonly pair: string;
  readonly cosine: string;
  readonly title: string;
}

const render = compileTemplates<{ readonly neighbours: NeighboursView }>({ neighbours, shot });
const FIT = fitSide(55);
const SIDES = ["nearest", "opposite"] as const;

/** Shows the kernels that are most like a kernel, and most opposite to it. */
export function showNeighbours(context: PanelContext, k: number, state: ViewState): void {
  const { data, words } = context;
  const neighbours = data.measures?.neighbours ?? null;
  const sheet = findKernelSheet(context, state.kernels);
  if (!neighbours || !sheet) return;
  const look = nameKernelLook(data, state);
  for (const side of SIDES) {
    const row = find(HOOKS.row(side));
    if (!row) continue;
    const kernels = neighbours[side].kernel[k] ?? [];
    const view = viewNeighbours(
      { kernels, cosines: neighbours[side].cosine[k] ?? [], side },
      words,
    );
    fill(row, render("neighbours", view));
    layTiles(row, view.kernels.map(({ index }) => ({ sheet, k: Number(index), fit: FIT, look })));
  }
}

/** Views the neighbours of a kernel that are near it. */
export function viewNeighbours(
  { kernels, cosines, side }: {
    readonly kernels: readonly number[];
    readonly cosines: readonly number[];
    readonly side: typeof SIDES[number];
  },
  { panel }: Pick<Words, "panel">,
): NeighboursView {
  const best = cosines[0] ?? null;
  return {
    kernels: kernels.flatMap((kernel, i) => {
      if (!isNear(cosines[i]!)) return [];
      const [pair, cosine] = [panel.pair(String(kernel)), formatShare(cosines[i]!)];
      return [{ index: String(kernel), pair, cosine, title: `${pair}, ${cosine}` }];
    }),
    none: panel.noneNear[side](best === null ? null : formatShare(best)),
  };
}
