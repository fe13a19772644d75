import { link, onNavigate } from "../shell/address.ts";
import { keepPhotos } from "./compare_controls.ts";
import { change, type CompareDesk, openCompareDesk, restore } from "./compare_desk.ts";
import { listCompareActs, listCompareShortcuts } from "./compare_moves.ts";
import { chooseOf, type CompareState, formatCompare } from "./compare_state.ts";
import { find } from "../shell/dom.ts";
import { findPair } from "../tile/grid.ts";
import { listenToKeys } from "../shell/keys.ts";
import type { Page } from "../shell/page.ts";
import { onRecolour } from "../shell/theme.ts";

/** The page that compares. */
export const COMPARE_PAGE: Page = {
  start(signal, words): void {
    const list = find(".compared[data-grid]");
    const root = find("main")?.dataset.root;
    if (!list || root === undefined) return;
    const desk = openCompareDesk({ words, list, root, signal });
    listenToButtons(desk);
    listenToPairs(desk);
    listenToControls(desk);
    listenToKeys(listCompareShortcuts(desk), signal);
    listenToTheme(desk);
    onNavigate(() => restore(desk), signal);
  },
};

function listenToButtons(desk: CompareDesk): void {
  const acts = listCompareActs(desk);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    acts[event.target.closest<HTMLElement>("[data-do]")?.dataset.do ?? ""]?.();
  }, { signal: desk.context.signal });
}

function listenToPairs(desk: CompareDesk): void {
  const { list, signal } = desk.context;
  list.addEventListener("click", (event) => {
    const k = findPair(event.target);
    if (k === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(desk, { k }, "replace");
    const panel = find(".facing")!; // on a narrow page it stands below the grids
    if (panel.getBoundingClientRect().top >= innerHeight) panel.scrollIntoView();
  }, { signal });
  list.addEventListener("pointerover", ({ target }) => addressPair(desk, target), { signal });
  list.addEventListener("focusin", ({ target }) => {
    addressPair(desk, target);
    const k = findPair(target);
    if (k !== null && k !== desk.state.k) change(desk, { k }, "replace");
  }, { signal });
}

// A new tab gets the whole state; to write it into thousands of links would take long.
function addressPair({ state }: CompareDesk, target: EventTarget | null): void {
  const k = findPair(target);
  if (k === null || !(target instanceof Element)) return;
  target.closest("a")?.setAttribute("href", link(formatCompare({ ...state, k })));
}

function listenToControls(desk: CompareDesk): void {
  const { layers, context: { signal } } = desk;
  const form = find<HTMLFormElement>("[data-controls]");
  form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form?.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    const chosen = { [name]: value } as Partial<CompareState>;
    if (name !== "a" && name !== "b") return change(desk, chosen);
    const next = keepPhotos({ ...desk.state, ...chosen }, layers);
    change(desk, { ...next, of: chooseOf(layers, next) });
  }, { signal });
}

function listenToTheme(desk: CompareDesk): void {
  const { facing, context: { signal } } = desk;
  const redraw = (): void => {
    if (desk.results) facing.show(desk.state, desk.results);
  };
  onRecolour(redraw, signal);
}
