import { findFacet } from "../../site/kernel_class.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { copyLink } from "../shell/copy_link.ts";
import { find, findAll, findPart } from "../shell/dom.ts";
import { focusWithin } from "../shell/drop_down.ts";
import { findAlong, findAround } from "../shell/item_steps.ts";
import { share } from "../share/share_loader.ts";
import type { Shortcuts } from "../shell/keys.ts";
import { type LayerController, update } from "./layer_controller.ts";
import { toast } from "../shell/toast.ts";
import { link } from "../shell/address.ts";
import { turnLecture } from "./lecture.ts";
import { type Choices, formatState, type ViewState } from "../tile/view_state.ts";

/** What the buttons of a layer's page do, by their `data-do`. */
export function listLayerCommands(
  controller: LayerController,
): Readonly<Record<string, () => void>> {
  return {
    previous: () => step(controller, -1),
    next: () => step(controller, 1),
    reverse: () => update(controller, { reversed: !controller.state.reversed }),
    enlarge,
    lecture: turnLecture,
    copy: () => copyLink(controller.context.words),
    share: () => shareLayer(controller),
    unfold: unfoldPanel,
    all: () => update(controller, SHOW_ALL),
    grids: () => showGrids(controller),
  };
}

/** What the keys do on a layer's page. */
export function listLayerShortcuts(controller: LayerController): Shortcuts {
  const { grid, context: { words } } = controller;
  return {
    ArrowLeft: () => step(controller, -1),
    ArrowRight: () => step(controller, 1),
    ArrowUp: () => step(controller, -grid.countColumns()),
    ArrowDown: () => step(controller, grid.countColumns()),
    p: () => turn(controller, "image"),
    P: () => turn(controller, "image", -1),
    s: () => turn(controller, "sort"),
    S: () => turn(controller, "sort", -1),
    n: () => showUnreviewed(controller),
    r: () => turn(controller, "stage"),
    k: () => turn(controller, "kernels"),
    l: () => turn(controller, "scale"),
    c: () => turn(controller, "map"),
    z: () => turn(controller, "size"),
    a: () => turn(controller, "layout"),
    y: () => copyLink(words),
    e: () => shareLayer(controller),
    "/": () => focusWithin(findPart(HOOKS.control("q"))),
    Enter: enlarge,
    f: turnLecture,
    Escape: () => showAll(controller),
    "0": () => update(controller, { classes: [], families: [] }),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((
        number,
      ) => [String(number), () => chooseClass(controller, number)]),
    ),
    "[": () => find(HOOKS.previousLayer)?.click(),
    "]": () => find(HOOKS.nextLayer)?.click(),
  };
}

function shareLayer({ context, state, start, arrangement: { shown } }: LayerController): void {
  const hash = link(formatState(state, start));
  share(context, (part) => part.shareLayer({ context, state, hash, shown }));
}

/** Goes on among the pairs that are shown, from end to end. */
export function step(controller: LayerController, by: number): void {
  const { arrangement: { shown }, state, grid } = controller;
  const next = findAlong(shown, state.k, by);
  if (next === undefined || next === state.k) return;
  update(controller, { k: next });
  if (!find(HOOKS.openDialog)) grid.focus(next);
}

// The next one of those that are shown, and from the last on to the first.
function showUnreviewed(controller: LayerController): void {
  const { arrangement: { shown }, state, reviews, grid, context: { words } } = controller;
  const at = shown.indexOf(state.k) + 1;
  const next = [...shown.slice(at), ...shown.slice(0, at)]
    .find((k) => reviews.verdictOf(k) === null);
  if (next === undefined) return toast(words.review.allReviewed);
  update(controller, { k: next });
  grid.focus(next);
}

/** Chooses the first of the pairs that are shown. */
export function chooseFirst(controller: LayerController): void {
  const [first] = controller.arrangement.shown;
  if (first !== undefined) update(controller, { k: first });
}

// Goes on to the next choice, and from the last to the first.
function turn(
  controller: LayerController,
  name: Exclude<keyof Choices, "class" | "family">,
  by = 1,
): void {
  const next = findAround(controller.bounds.choices[name], controller.state[name], by);
  if (next !== undefined) update(controller, { [name]: next } as Partial<ViewState>);
}

function chooseClass(controller: LayerController, number: number): void {
  const chips = findAll<HTMLInputElement>(HOOKS.inputs("class"));
  const kind = chips.filter(({ value }) => findFacet(value) === null)[number - 1];
  if (!kind) return;
  const { classes } = controller.state;
  const alone = classes.length === 1 && classes[0] === kind.value;
  update(controller, { classes: alone ? [] : [kind.value] });
}

const SHOW_ALL = { query: "", classes: [], families: [] } as const;

function showGrids({ list, grid, state }: LayerController): void {
  list.closest(HOOKS.work)?.scrollIntoView();
  grid.focus(state.k);
}

// From the search, a second time leads back to the grids.
function showAll(controller: LayerController): void {
  const { state, grid } = controller;
  if (foldPanel()) return;
  if (state.query !== "" || state.classes.length + state.families.length > 0) {
    update(controller, SHOW_ALL);
  } else if (document.activeElement === find(HOOKS.control("q"))) grid.focus(state.k);
}

function enlarge(): void {
  if (!find(HOOKS.openDialog)) find<HTMLDialogElement>(HOOKS.enlarged)?.showModal();
}

function unfoldPanel(): void {
  const open = find(HOOKS.panel)?.classList.toggle("is-open") ?? false;
  find(HOOKS.actOf("unfold"))?.setAttribute("aria-expanded", String(open));
}

/** Folds the panel where it lies unfolded over the page; tells whether it did. */
export function foldPanel(): boolean {
  const isOpen = find(HOOKS.panel)?.classList.contains("is-open") ?? false;
  if (isOpen) unfoldPanel();
  return isOpen;
}
