import type { ComparePageWords } from "../../words/words.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { openRanking } from "../ranking/ranking.ts";
import { link, onNavigate, readState } from "../shell/address.ts";
import { followLayer, keepPhotos } from "./compare_controls.ts";
import {
  change,
  type CompareContext,
  type CompareController,
  openCompareController,
  recolourComparison,
  restoreComparison,
} from "./compare_controller.ts";
import { listCompareCommands, listCompareShortcuts } from "./compare_commands.ts";
import { type CompareState, fitOf, formatCompare } from "../sides/compare_state.ts";
import { isPlainClick } from "../shell/click.ts";
import { find, findPart } from "../shell/dom.ts";
import { findPair } from "../tile/grid.ts";
import { listenToKeys } from "../shell/keys.ts";
import type { Page } from "../shell/page.ts";
import { onRecolour } from "../shell/theme.ts";

/** The page that compares: it shows the layers of two models, or the pairs of two layers. */
export const COMPARE_PAGE: Page<ComparePageWords> = {
  start(signal, { words, files }): void {
    const list = find(HOOKS.comparedGrid);
    const root = find("main")?.dataset.root;
    if (root === undefined) return;
    const place = find(HOOKS.rankings);
    const ranking = place && openRanking(place, { words, files, root, signal });
    const pairs = list && openPairs({ words, files, list, root, signal });
    find(HOOKS.rankingLink)?.setAttribute("href", link(new URLSearchParams()));
    let left = 0; // where the reader was among the layers
    const show = (): void => {
      const ranked = ranking !== null && !readState().has("a");
      if (place && place.hidden === ranked) {
        if (!ranked) left = scrollY;
        place.hidden = !ranked;
        find(HOOKS.work)?.toggleAttribute("hidden", ranked);
        scrollTo(0, ranked ? left : 0);
      }
      if (ranked) {
        pairs?.close();
        ranking.restore();
      } else pairs?.show();
    };
    show();
    onNavigate(show, signal);
  },
};

/** The pairs of two layers, while they are shown. */
interface Pairs {
  show(): void;
  close(): void;
}

// What listens for keys ends with what it acts on.
function openPairs(around: Omit<CompareContext, "known">): Pairs {
  const context = { ...around, known: new Map() };
  let shown: { readonly controller: CompareController; readonly until: AbortController } | null =
    null;
  const close = (): void => {
    shown?.until.abort();
    shown = null;
  };
  context.signal.addEventListener("abort", close);
  return {
    close,
    show: () => {
      if (shown) return restoreComparison(shown.controller);
      const until = new AbortController();
      shown = { controller: startPairs({ ...context, signal: until.signal }), until };
    },
  };
}

function startPairs(context: CompareContext): CompareController {
  const controller = openCompareController(context);
  listenToButtons(controller);
  listenToPairs(controller);
  listenToControls(controller);
  listenToKeys(listCompareShortcuts(controller), context.signal);
  listenToTheme(controller);
  return controller;
}

function listenToButtons(controller: CompareController): void {
  const acts = listCompareCommands(controller);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    acts[event.target.closest<HTMLElement>(HOOKS.act)?.dataset.do ?? ""]?.();
  }, { signal: controller.context.signal });
}

function listenToPairs(controller: CompareController): void {
  const { list, signal } = controller.context;
  list.addEventListener("click", (event) => {
    const k = findPair(event.target);
    if (k === null || !isPlainClick(event)) return;
    event.preventDefault();
    change(controller, { k }, "replace");
    const panel = findPart(HOOKS.pairPanel); // on a narrow page it stands below the grids
    if (panel.getBoundingClientRect().top >= innerHeight) panel.scrollIntoView();
  }, { signal });
  list.addEventListener("pointerover", ({ target }) => addressPair(controller, target), { signal });
  list.addEventListener("focusin", ({ target }) => {
    addressPair(controller, target);
    const k = findPair(target);
    if (k !== null && k !== controller.state.k) change(controller, { k }, "replace");
  }, { signal });
}

// A new tab gets the whole state; to write it into thousands of links would take long.
function addressPair({ state }: CompareController, target: EventTarget | null): void {
  const k = findPair(target);
  if (k === null || !(target instanceof Element)) return;
  target.closest("a")?.setAttribute("href", link(formatCompare({ ...state, k })));
}

function listenToControls(controller: CompareController): void {
  const { layers, context: { signal } } = controller;
  const form = find<HTMLFormElement>(HOOKS.controls);
  form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form?.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    const chosen = { [name]: value } as Partial<CompareState>;
    if (name !== "a" && name !== "b") return change(controller, chosen);
    const next = keepPhotos(followLayer(controller.state, { name, value }, layers), layers);
    change(controller, { ...next, of: fitOf(layers, next) });
  }, { signal });
}

function listenToTheme(controller: CompareController): void {
  onRecolour((dark) => recolourComparison(controller, dark), controller.context.signal);
}
