import { formatDecibels, formatError } from "../../site/compare/error_text.ts";
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { findMainKind, type Kind, KINDS } from "../sides/compare_kind.ts";
import { formatCosine, nameSides } from "../sides/comparison_text.ts";
import type { ComparedSide } from "../sides/compared_side.ts";
import type { Comparison } from "../sides/comparison.ts";
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
  const { words, state: { k }, results } = pair;
  for (const kind of KINDS) tellComparison(kind, results[kind].found[k] ?? null);
  try {
    const other = KINDS.find((kind) => kind !== findMainKind(pair.state))!;
    const comparison = await compareUnmeasured(pair, other);
    if (!isCurrent()) return null;
    if (comparison) tellComparison(other, comparison);
    const own = await loadOwn(pair);
    return isCurrent() ? showOwn(pair, own) : null;
  } catch {
    if (isCurrent()) tell("reading", words.compare.valuesMissing);
    return null;
  }
}

async function compareUnmeasured(
  { state: { k }, results }: ShownPair,
  kind: Kind,
): Promise<Comparison | null> {
  const { numbers, compare, found } = results[kind];
  if (typeof numbers === "string" || k >= found.length || found[k]) return null;
  const [a, b] = await Promise.all([numbers.a.load(k), numbers.b.load(k)]);
  return compare(k, a, b);
}

async function loadOwn({ state, results: { sides } }: ShownPair): Promise<Loaded> {
  const { k } = state;
  const [a, b] = await Promise.all(
    sides.map(({ [findMainKind(state)]: tiles }) =>
      tiles !== null && k < tiles.count ? tiles.load?.(k) ?? null : null
    ),
  );
  return { a: a ?? null, b: b ?? null };
}

interface Loaded {
  readonly a: Tile | null;
  readonly b: Tile | null;
}

function showOwn(
  { words, state, results, dark }: ShownPair,
  { a, b }: Loaded,
): ComparedNumbers {
  const { sides } = results;
  const kind = findMainKind(state);
  const { numbers, compare, differences } = results[kind];
  const names = nameSides(sides, words);
  const layouts = sides.map((side) => layoutOwn(kind, side)) as [
    PixelLayout | null,
    PixelLayout | null,
  ];
  const comparable = typeof numbers !== "string" && a !== null && b !== null;
  const difference = comparable ? subtract(a, b) : null;
  const channels = kind === "kernels"
    ? [sides[0].channels, sides[1].channels] as const
    : [[], []] as const;
  const shown = { a, b, difference, layouts, names, channels };
  if (!comparable) return { ...shown, flat: null };
  const flat = differences!.layout;
  tellComparison(kind, compare(state.k, a, b));
  drawDifference(words, difference!, { layout: flat, dark });
  return { ...shown, flat };
}

function layoutOwn(kind: Kind, side: ComparedSide): PixelLayout | null {
  const tiles = side[kind];
  if (tiles === null || tiles.viewed?.readable === false) return null;
  return kind === "maps"
    ? layoutMap(tiles.dims)
    : layoutKernel(tiles.dims, tiles.sheet.picture.kind === "kernels");
}

function tellComparison(kind: Kind, comparison: Comparison | null): void {
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
  tellOne("change", change, (value) => formatError(value, changeError));
  tell(`${kind}-ratio`, change === null ? "–" : formatDecibels(change, changeError));
}
