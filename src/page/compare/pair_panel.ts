import { encodePath, formatParams } from "../../site/address.ts";
import { titlePair } from "../../site/pair_name.ts";
import { namePage } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { shareRange } from "./compare_grid.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import type { ComparedSide } from "./compared_side.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { showNumbers } from "./pair_numbers.ts";
import { describeRange } from "../pair/panel_context.ts";
import { areReadable, findScale } from "./shared_view.ts";
import { openPixelReadout } from "../probe/pixel_readout.ts";
import { isDark } from "../shell/theme.ts";
import { fitSide, measureTile, showTile } from "../tile/tile.ts";
import { findOverlay } from "../tile/value_range.ts";

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
      const { numbers } = results[state.of];
      const reason = typeof numbers === "string" ? numbers : null;
      const show = state.show === "difference" && reason !== null ? "side" : state.show;
      tell("pair", titlePair(results.sides[0].data.measures, state.k, words));
      for (const view of findAll(HOOKS.shows)) view.hidden = view.dataset.show !== show;
      showTiles(context, state, results);
      tell("pair-scale", describeScale(words, state, results));
      linkLayers(context, state, results);
      point.clear();
      void showNumbers({ words, state, results, dark }, () => now === turn && !signal.aborted)
        .then((pointed) => pointed && point.show(pointed));
    },
  };
}

function describeScale(
  { compare }: ComparePageWords,
  state: CompareState,
  { sides, ...results }: Results,
): string {
  const { numbers } = results[state.of];
  if (state.show !== "difference") return compare.scales[findScale(sides, state)];
  if (typeof numbers === "string") return `${numbers} ${compare.noDifference}`;
  return state.of === "maps" || areReadable(sides) ? "" : compare.ofWeights;
}

function wipe(): void {
  const range = find<HTMLInputElement>(HOOKS.control("wipe"));
  const tile = find(HOOKS.tile("wipe-b"));
  if (!range || !tile) return;
  tile.parentElement!.style.setProperty("--wipe", `${range.value}%`);
}

function showTiles(
  { words }: PairPanelContext,
  { of, k, scale }: CompareState,
  { sides }: Results,
): void {
  const [a, b] = sides.map((side) => side[of]) as [ComparedSide["maps"], ComparedSide["maps"]];
  const shared = scale === "pair" ? shareRange(a?.ranges[k] ?? null, b?.ranges[k] ?? null) : null;
  const area = a && measureTile(a.sheet.picture, WHOLE);
  for (const { name, [of]: tiles } of sides) {
    const has = tiles !== null && k < tiles.count;
    const own = tiles?.ranges[k] ?? null;
    for (const [place, fit] of [[name, HALF], [`wipe-${name}`, WHOLE]] as const) {
      const tile = find(HOOKS.tile(place))!;
      tile.hidden = !has;
      if (!has) continue;
      showTile(tile, tiles.sheet, k, fit);
      tile.style.setProperty("--overlay", own && shared ? findOverlay(own, shared) : "transparent");
      if (place !== "wipe-b" || !area) continue;
      const size = measureTile(tiles.sheet.picture, fit); // B lies over the whole of A
      tile.style.transform = `scale(${area.width / size.width}, ${area.height / size.height})`;
    }
    const { low = null, high = null } = own ?? {};
    tell(`range-${name}`, describeRange(words, low, high));
  }
}

function linkLayers(
  { words, root }: PairPanelContext,
  { k, stage, kernels }: CompareState,
  { sides }: Results,
): void {
  for (const { name, data, image } of sides) {
    const page = `${root}${encodePath(data.model.id, data.layer.id)}/${namePage(words.language)}`;
    const state = formatParams({
      k,
      ...image === "" ? {} : { image },
      ...stage === "after" ? { stage } : {},
      ...kernels === "" ? {} : { kernels },
    });
    find(HOOKS.open(name))?.setAttribute("href", `${page}#${state}`);
  }
}
