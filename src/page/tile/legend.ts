import { formatNumber } from "../../site/format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { Words } from "../../words/words.ts";
import { drawRamp } from "./colour_ramp.ts";
import { find, findAll, findPart } from "../shell/dom.ts";
import { findShared, type Look } from "./value_range.ts";
import type { TileRanges } from "../../site/tile/tile_range.ts";

/** Says below a grid what its colours stand for. */
export function tellLegend(
  { tools, count }: Words,
  { name, ranges, look, dark, tiles = null }: {
    readonly name: "kernels" | "maps";
    readonly ranges: TileRanges;
    readonly look: Look;
    /** Whether the page is dark. */
    readonly dark: boolean;
    /** What the tiles are, where that has to be said; null elsewhere. */
    readonly tiles?: string | null;
  },
): void {
  const legend = find(HOOKS.legend(name));
  if (!legend) return;
  legend.hidden = ranges.length === 0 && tiles === null;
  drawRamp(findPart<SVGElement>("svg", legend), look.map, dark);
  findPart("span", legend).textContent = count.series([
    ...tiles === null ? [] : [tiles],
    describeScale(tools, ranges, look),
    ...look.map === "signed" ? [tools.zeroIsPage] : [],
  ]);
}

/** Marks legends that say the same of the same colours: one of them does where they stand together. */
export function joinLegends(sameColours: boolean): void {
  const legends = findAll(HOOKS.legends);
  const [first, ...others] = legends.map(({ textContent }) => textContent);
  const alike = sameColours && others.length > 0 && others.every((text) => text === first);
  legends[0]?.parentElement?.classList.toggle("is-alike", alike);
}

function describeScale(
  { scales }: Words["tools"],
  ranges: TileRanges,
  { scale, map }: Look,
): string {
  const shared = findShared(ranges, scale, map);
  if (shared === null) return scales.tile;
  return scale === "zero" || map === "signed"
    ? scales.zero(formatNumber(shared.high))
    : scales.layer(formatNumber(shared.low), formatNumber(shared.high));
}
