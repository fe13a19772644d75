import { copyLink } from "../shell/copy_link.ts";
import { find, findAll } from "../shell/dom.ts";
import type { Shortcuts } from "../shell/keys.ts";
import { type LayerDesk, update } from "./layer_desk.ts";
import type { Choices, ViewState } from "../tile/view_state.ts";

/** What the buttons of a layer's page do, by their `data-do`. */
export function listActs(desk: LayerDesk): Readonly<Record<string, () => void>> {
  return {
    previous: () => step(desk, -1),
    next: () => step(desk, 1),
    reverse: () => update(desk, { reversed: !desk.state.reversed }),
    enlarge,
    copy: () => copyLink(desk.context.words),
    unfold: unfoldPanel,
  };
}

/** What the keys do on a layer's page. */
export function listShortcuts(desk: LayerDesk): Shortcuts {
  const { grid, context: { words } } = desk;
  return {
    ArrowLeft: () => step(desk, -1),
    ArrowRight: () => step(desk, 1),
    ArrowUp: () => step(desk, -grid.countColumns()),
    ArrowDown: () => step(desk, grid.countColumns()),
    p: () => turn(desk, "image"),
    P: () => turn(desk, "image", -1),
    s: () => turn(desk, "sort"),
    S: () => turn(desk, "sort", -1),
    r: () => turn(desk, "stage"),
    l: () => turn(desk, "scale"),
    c: () => turn(desk, "map"),
    z: () => turn(desk, "size"),
    g: () => turn(desk, "layout"),
    y: () => copyLink(words),
    "/": () => find('[name="q"]')?.focus(),
    Enter: enlarge,
    Escape: () => showAll(desk),
    "0": () => update(desk, { classes: [] }),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((
        number,
      ) => [String(number), () => chooseClass(desk, number)]),
    ),
    "[": () => find(PREVIOUS_LAYER)?.click(),
    "]": () => find(NEXT_LAYER)?.click(),
  };
}

// The arrows beside the layer's name, else its neighbours in the row of layers.
const PREVIOUS_LAYER = '[rel="prev"]';
const NEXT_LAYER = '[rel="next"]';

// Among the pairs that are shown, from end to end.
function step(desk: LayerDesk, by: number): void {
  const { shown, state, grid } = desk;
  const next = shown[Math.min(shown.length - 1, Math.max(0, shown.indexOf(state.k) + by))];
  if (next === undefined || next === state.k) return;
  update(desk, { k: next });
  if (!find("dialog[open]")) grid.focus(next);
}

// Goes on to the next choice, and from the last to the first.
function turn(desk: LayerDesk, name: Exclude<keyof Choices, "class">, by = 1): void {
  const all = desk.bounds.choices[name];
  const next = all[(all.indexOf(desk.state[name]) + by + all.length) % all.length];
  if (next !== undefined) update(desk, { [name]: next } as Partial<ViewState>);
}

function chooseClass(desk: LayerDesk, number: number): void {
  const kind = findAll<HTMLInputElement>('[name="class"]')[number - 1];
  if (!kind || kind.disabled) return;
  const { classes } = desk.state;
  const alone = classes.length === 1 && classes[0] === kind.value;
  update(desk, { classes: alone ? [] : [kind.value] });
}

// From the search, a second time leads back to the grids.
function showAll(desk: LayerDesk): void {
  const { state, grid } = desk;
  if (state.query !== "" || state.classes.length > 0) update(desk, { query: "", classes: [] });
  else if (document.activeElement === find('[name="q"]')) grid.focus(state.k);
}

function enlarge(): void {
  if (!find("dialog[open]")) find<HTMLDialogElement>("#stage")?.showModal();
}

function unfoldPanel(): void {
  const open = find("[data-panel]")?.classList.toggle("is-open") ?? false;
  find('[data-do="unfold"]')?.setAttribute("aria-expanded", String(open));
}
