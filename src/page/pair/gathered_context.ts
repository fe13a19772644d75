import type { TileRanges } from "../../site/tile/tile_range.ts";
import { findKernelRanges, findMapRanges } from "../tile/value_range.ts";
import { gatherFacts } from "./pair_facts.ts";
import type { PanelContext } from "./panel_context.ts";

/** Gathers what parts of a page know of a layer; ranges are found when they are first asked for. */
export function gatherContext(
  { data, ...around }: Pick<PanelContext, "data" | "words" | "files" | "root" | "signal">,
): PanelContext {
  const ranges = new Map<string, TileRanges>();
  const remember = (key: string, find: () => TileRanges): TileRanges => {
    const known = ranges.get(key) ?? find();
    ranges.set(key, known);
    return known;
  };
  return {
    data,
    facts: gatherFacts(data),
    ...around,
    kernelRanges: (view) => remember(view, () => findKernelRanges(data, view)),
    mapRanges: (image, stage) =>
      remember(`${stage} ${image}`, () => findMapRanges(data, image, stage)),
  };
}
