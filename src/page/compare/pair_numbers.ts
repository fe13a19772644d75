import { formatNumber } from "../../site/format.ts";
import { formatWithin } from "../../site/format_within.ts";
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import { formatCosine } from "./compare_strip.ts";
import type { ComparedSide } from "./compared_side.ts";
import { compareNumbers, type Comparison } from "./comparison.ts";
import { subtract } from "../tile/difference.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import { drawDifference } from "../tile/difference_picture.ts";
import { tell } from "../shell/dom.ts";
import { layoutKernel, layoutMap, type PixelLayout } from "../tile/pixel_layout.ts";
import type { ComparedNumbers } from "../probe/pixel_readout.ts";

/** The chosen pair, and the page that shows it. */
export interface ShownPair {
  readonly words: ComparePageWords;
  readonly state: CompareState;
  readonly results: Results;
  /** Whether the page is dark. */
  readonly dark: boolean;
}

/** Says how alike the chosen pair is, and gives its numbers; null where others are shown by then. */
export async function showNumbers(
  pair: ShownPair,
  isCurrent: () => boolean,
): Promise<ComparedNumbers | null> {
  const { words, state: { k, of }, results } = pair;
  for (const kind of ["kernels", "maps"] as const) {
    tellComparison(kind, results[kind].found[k] ?? null);
  }
  try {
    for (const kind of ["kernels", "maps"] as const) {
      const { numbers, found } = results[kind];
      if (typeof numbers === "string" || k >= found.length || kind === of) continue;
      if (found[k]) continue;
      const comparison = compareNumbers(
        ...await Promise.all([numbers.a.load(k), numbers.b.load(k)]),
      );
      if (!isCurrent()) return null;
      tellComparison(kind, comparison);
    }
    const [a, b] = await Promise.all(
      results.sides.map(({ [of]: tiles }) =>
        tiles !== null && k < tiles.count ? tiles.load?.(k) ?? null : null
      ),
    );
    if (!isCurrent()) return null;
    return showOwn(pair, { a: a ?? null, b: b ?? null });
  } catch {
    if (isCurrent()) tell("reading", words.compare.valuesMissing);
    return null;
  }
}

interface Loaded {
  readonly a: Tile | null;
  readonly b: Tile | null;
}

function showOwn(
  { words, state: { of }, results, dark }: ShownPair,
  { a, b }: Loaded,
): ComparedNumbers {
  const { sides } = results;
  const { numbers } = results[of];
  const layouts = sides.map((side) => layoutOwn(of, side)) as [
    PixelLayout | null,
    PixelLayout | null,
  ];
  const comparable = typeof numbers !== "string" && a !== null && b !== null;
  const difference = comparable ? subtract(a, b) : null;
  if (!comparable) return { a, b, difference, layouts, flat: null };
  const flat = of === "maps" ? layoutMap(numbers.a.dims) : layoutKernel(numbers.a.dims, false);
  tellComparison(of, compareNumbers(a, b));
  drawDifference(words, difference!, { layout: flat, dark });
  return { a, b, difference, layouts, flat };
}

function layoutOwn(of: CompareState["of"], side: ComparedSide): PixelLayout | null {
  const tiles = side[of];
  if (tiles === null || tiles.viewed?.readable === false) return null;
  return of === "maps"
    ? layoutMap(tiles.dims)
    : layoutKernel(tiles.dims, tiles.sheet.picture.kind === "kernels");
}

function tellComparison(kind: CompareState["of"], comparison: Comparison | null): void {
  const { cosine = null, correlation = null, change = null, errors } = comparison ?? {};
  const { cosine: error, change: changeError } = errors ?? { cosine: 0, change: 0 };
  const tellOne = (
    name: "cosine" | "correlation" | "change",
    value: number | null,
    format: (value: number) => string,
  ) => tell(`${kind}-${name}`, value === null ? "–" : format(value));
  const format = (value: number) => formatCosine(value, error) + (error === 0 ? "" : ` ± ${error}`);
  tellOne("cosine", cosine, format);
  tellOne("correlation", correlation, format);
  tellOne(
    "change",
    change,
    (value) => changeError === 0 ? formatNumber(value) : formatWithin(value, changeError),
  );
}
