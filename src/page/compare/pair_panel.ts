import { encodePath, formatParams } from "../../site/address.ts";
import { titlePair } from "../../site/pair_name.ts";
import { namePage } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { findMainKind, type Kind } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import type { ComparedSide } from "../sides/compared_side.ts";
import { nameSides } from "../sides/comparison_text.ts";
import { find, findAll, findPart, tell } from "../shell/dom.ts";
import { showNumbers } from "./pair_numbers.ts";
import { describeRange } from "../pair/panel_context.ts";
import { areReadable, findScale } from "./shared_view.ts";
import { openPixelReadout } from "../probe/pixel_readout.ts";
import { isDark } from "../shell/theme.ts";
import { fitSide, measureTile, showTile } from "../tile/tile.ts";
import { openRanges } from "../sides/shared_range.ts";
import { CLEAR, findOverlay } from "../../site/tile/tile_range.ts";

/** The chosen pair, enlarged: A beside B, A over B, or A − B. */
export interface PairPanel {
  /** Shows a pair; `dark` says what page it is drawn for. */
  show(state: CompareState, results: Results, options?: { readonly dark?: boolean }): void;
}

/** What stands around the enlarged pair. */
export interface PairPanelContext {
  readonly words: ComparePageWords;
  /** The way to the report's folder. */
  readonly root: string;
  readonly signal: AbortSignal;
}

const HALF = fitSide(165);
const WHOLE = fitSide(352);

/** Takes hold of the enlarged pair of the page. */
export function openPairPanel(context: PairPanelContext): PairPanel {
  const { words, signal } = context;
  const point = openPixelReadout(words, signal);
  let turn = 0;
  find<HTMLInputElement>(HOOKS.control("wipe"))?.addEventListener("input", wipe, { signal });
  wipe();

  return {
    show: (state, results, { dark = isDark() } = {}) => {
      const now = ++turn;
      tell("pair", titlePair(results.sides[0].data.measures, state.k, words));
      tell("partner", describePartner(words, state, results));
      showViews(state, results);
      showTiles(context, state, results);
      tell("pair-scale", describeScale(words, state, results));
      linkLayers(context, state, results);
      point.clear();
      void showNumbers({ words, state, results, dark }, () => now === turn && !signal.aborted)
        .then((pointed) => pointed && point.show(pointed));
    },
  };
}

// Where kernels were permuted a pair has two numbers.
function describePartner(
  { compare }: ComparePageWords,
  { k, of }: CompareState,
  { sides: [, b] }: Results,
): string {
  const other = b[findMainKind({ of })]?.at(k) ?? k;
  return other === k ? "" : compare.partner(String(other));
}

// Kernels stand above maps where both are shown.
function showViews(state: CompareState, results: Results): void {
  const { numbers } = results[findMainKind(state)];
  const show = state.show === "difference" && typeof numbers === "string" ? "side" : state.show;
  for (const view of findAll(HOOKS.shows)) view.hidden = view.dataset.show !== show;
  findPart(HOOKS.second).hidden = state.of !== "both";
}

function describeScale(
  { compare }: ComparePageWords,
  state: CompareState,
  { sides, ...results }: Results,
): string {
  const kind = findMainKind(state);
  const { numbers } = results[kind];
  if (state.show !== "difference") return compare.scales[findScale(sides, { ...state, of: kind })];
  if (typeof numbers === "string") return `${numbers} ${compare.noDifference}`;
  return kind === "maps" || areReadable(sides) ? "" : compare.ofWeights;
}

function wipe(): void {
  const range = find<HTMLInputElement>(HOOKS.control("wipe"));
  const tile = find(HOOKS.tile("wipe-b"));
  if (!range || !tile) return;
  tile.parentElement!.style.setProperty("--wipe", `${range.value}%`);
}

function showTiles(context: PairPanelContext, state: CompareState, { sides }: Results): void {
  const { words } = context;
  nameSides(sides, words).forEach((name, i) => tell(`name-${sides[i]!.name}`, name));
  showKind(context, findMainKind(state), { state, sides, places: ["", "wipe-"] });
  if (state.of === "both") showKind(context, "kernels", { state, sides, places: ["second-"] });
}

interface ShownKind {
  readonly state: CompareState;
  readonly sides: Results["sides"];
  /** What stands before the letter of a side in the names of its tiles. */
  readonly places: readonly ("" | "wipe-" | "second-")[];
}

function showKind(
  { words }: PairPanelContext,
  kind: Kind,
  { state: { k, scale }, sides, places }: ShownKind,
): void {
  const [a, b] = sides.map((side) => side[kind]) as [ComparedSide["maps"], ComparedSide["maps"]];
  const shared = openRanges({ a, b }, scale)(k);
  const area = a && measureTile(a.sheet.picture, WHOLE);
  for (const { name, [kind]: tiles } of sides) {
    const own = tiles?.ranges[k] ?? null;
    for (const place of places) {
      const tile = find(HOOKS.tile(`${place}${name}`))!;
      tile.hidden = tiles === null || k >= tiles.count;
      if (tiles === null || k >= tiles.count) continue;
      const fit = place === "wipe-" ? WHOLE : HALF;
      showTile(tile, tiles.sheet, tiles.at(k), fit);
      tile.style.setProperty("--overlay", own && shared ? findOverlay(own, shared) : CLEAR);
      if (place !== "wipe-" || name === "a" || !area) continue;
      const size = measureTile(tiles.sheet.picture, fit); // B lies over the whole of A
      tile.style.transform = `scale(${area.width / size.width}, ${area.height / size.height})`;
    }
    const { low = null, high = null } = own ?? {};
    const out = places.includes("") ? "range" : "second-range";
    tell(`${out}-${name}`, describeRange(words, low, high));
  }
}

function linkLayers(
  { words, root }: PairPanelContext,
  { k, of, kernels }: CompareState,
  { sides }: Results,
): void {
  const names = nameSides(sides, words);
  for (const [i, { name, data, image, stage, ...tiles }] of sides.entries()) {
    const at = tiles[findMainKind({ of })]?.at(k) ?? k;
    const page = `${root}${encodePath(data.model.id, data.layer.id)}/${namePage(words.language)}`;
    const state = formatParams({
      k: at,
      ...image === "" ? {} : { image },
      ...stage === "after" ? { stage } : {},
      ...kernels === "" ? {} : { kernels },
    });
    const link = find<HTMLAnchorElement>(HOOKS.open(name));
    link?.setAttribute("href", `${page}#${state}`);
    if (link) link.textContent = words.compare.openIn(names[i]!);
  }
}
