import { change, type CompareController, measureAsked } from "./compare_controller.ts";
import { COMPARE_CHOICES, type CompareState } from "../sides/compare_state.ts";
import { findNextView } from "./shared_view.ts";
import { stepRow } from "./twin_rows.ts";
import { copyLink } from "../shell/copy_link.ts";
import { findAlong, findAround } from "../shell/item_steps.ts";
import { share } from "../share/share_loader.ts";
import type { Shortcuts } from "../shell/keys.ts";

/** What the buttons of the page that compares do, by their `data-do`. */
export function listCompareCommands(
  controller: CompareController,
): Readonly<Record<string, () => void>> {
  return {
    previous: () => step(controller, -1),
    next: () => step(controller, 1),
    copy: () => copyLink(controller.context.words),
    share: () => shareComparison(controller),
    swap: () => swap(controller),
    measure: () => measureAsked(controller),
    "layer-before": () => stepRow(controller.state, -1),
    "layer-behind": () => stepRow(controller.state, 1),
  };
}

/** What the keys do on the page that compares. */
export function listCompareShortcuts(controller: CompareController): Shortcuts {
  return {
    ArrowLeft: () => step(controller, -1),
    ArrowRight: () => step(controller, 1),
    ArrowUp: () => step(controller, -(controller.grid?.countColumns() ?? 1)),
    ArrowDown: () => step(controller, controller.grid?.countColumns() ?? 1),
    "[": () => stepRow(controller.state, -1),
    "]": () => stepRow(controller.state, 1),
    p: () => turnPhoto(controller, 1),
    P: () => turnPhoto(controller, -1),
    x: () => swap(controller),
    v: () => turn(controller, "show"),
    o: () => turn(controller, "of"),
    k: () => turnView(controller),
    r: () => turn(controller, "stage"),
    s: () => turn(controller, "sort"),
    S: () => turn(controller, "sort", -1),
    l: () => turn(controller, "scale"),
    y: () => copyLink(controller.context.words),
    e: () => shareComparison(controller),
  };
}

function shareComparison({ context, state, results, order }: CompareController): void {
  if (results === null) return;
  share(context, (part) => part.shareComparison({ ...context, state, results, order }));
}

function step(controller: CompareController, by: number): void {
  const { order, state, grid } = controller;
  const next = findAlong(order, state.k, by);
  if (next === undefined || next === state.k) return;
  change(controller, { k: next }, "replace");
  grid?.focus(next);
}

function turn(
  controller: CompareController,
  name: Exclude<keyof typeof COMPARE_CHOICES, "kernels">,
  by = 1,
): void {
  const next = findAround<string>(COMPARE_CHOICES[name], controller.state[name], by);
  change(controller, { [name]: next } as Partial<CompareState>);
}

function turnView(controller: CompareController): void {
  const { results, state } = controller;
  if (results === null || state.of === "maps") return;
  const kernels = findNextView(results.sides, state.kernels);
  if (kernels !== null) change(controller, { kernels });
}

// Two photos of a layer stay two: B turns alone. Else both sides keep to one photo.
function turnPhoto(controller: CompareController, by: number): void {
  const { layers, state: { ai, b, bi } } = controller;
  const images = layers.find(({ path }) => path === b)?.images ?? [];
  const next = findAround(images, bi, by);
  if (next === undefined) return;
  change(controller, ai === bi ? { ai: next, bi: next } : { bi: next });
}

function swap(controller: CompareController): void {
  const { a, ai, b, bi } = controller.state;
  change(controller, { a: b, ai: bi, b: a, bi: ai });
}
