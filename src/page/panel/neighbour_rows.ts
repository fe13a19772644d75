import { isNear } from "../../analysis/likeness/neighbours.ts";
import { formatShare } from "../../site/format.ts";
import { create, find } from "../shell/dom.ts";
import { findKernelSheet, nameKernelLook, type PanelContext } from "../pair/panel_context.ts";
import { fitSide, makeTile } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

const FIT = fitSide(55);

/** Shows the kernels that are most like a kernel, and most opposite to it. */
export function showNeighbours(context: PanelContext, k: number, { map }: ViewState): void {
  const { data, words: { panel } } = context;
  const neighbours = data.measures?.neighbours ?? null;
  const sheet = findKernelSheet(data);
  if (!neighbours || !sheet) return;
  const look = nameKernelLook(data, map);
  for (const side of ["nearest", "opposite"] as const) {
    const { kernel, cosine } = neighbours[side];
    const near = (kernel[k] ?? []).filter((_, i) => isNear(cosine[k]![i]!));
    const items = near.map((other, i) =>
      makeItem(other, {
        tile: makeTile(sheet, other, { fit: FIT, look }),
        pair: panel.pair(String(other)),
        value: formatShare(cosine[k]![i]!),
      })
    );
    const best = cosine[k]?.[0] ?? null;
    const none = create(
      "li",
      { class: "cap" },
      panel.noneNear[side](best === null ? null : formatShare(best)),
    );
    find(`[data-row="${side}"]`)?.replaceChildren(...items.length > 0 ? items : [none]);
  }
}

interface Neighbour {
  readonly tile: HTMLElement;
  readonly pair: string;
  readonly value: string;
}

function makeItem(other: number, { tile, pair, value }: Neighbour): HTMLElement {
  const number = create("b", { "aria-hidden": "true" }, String(other));
  const link = create(
    "a",
    { href: `#k=${other}`, title: `${pair}, ${value}` },
    create("span", { class: "shot" }, tile),
    create("span", { class: "vh" }, pair),
    create("span", { class: "cap" }, number, ` ${value}`),
  );
  return create("li", {}, link);
}
