import type { ReportLayer } from "../../report/report_layer.ts";
import type { Words } from "../../words/words.ts";
import { findKernelPicture } from "./kernel_view.ts";
import { placeTile } from "./sprite.ts";

/** Pair k in the grids of a layer: a part of the view of `pair_cells.hbs`. */
export interface CellView {
  readonly index: string;
  /** The classes that place its tiles. */
  readonly kernel: string | null;
  readonly map: string | null;
  /** The pair in words; the script of the page says more. */
  readonly name: string;
}

/** How many pairs stand in a page; the script of the page adds those that are left. */
export const STILL_PAIRS = 64;

/** Views some pairs of a layer. */
export function viewPairCells(
  layer: ReportLayer,
  { panel }: Words,
  { from, to }: { readonly from: number; readonly to: number },
): readonly CellView[] {
  const kernels = findKernelPicture(layer);
  const maps = layer.maps[0]?.picture ?? null;
  if (kernels === null && maps === null) return [];
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => ({
    index: String(from + i),
    kernel: kernels && placeTile(kernels, from + i),
    map: maps && placeTile(maps, from + i),
    name: panel.pairName(String(from + i), null, []),
  }));
}
