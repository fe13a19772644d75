import { KERNEL_VIEWS, type KernelView } from "../../site/tile/kernel_view.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll } from "../shell/dom.ts";
import { findAround } from "../shell/item_steps.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";

type Sides = Results["sides"];

/**
 * Shows the kernels of both sides in the view that is asked for; where one side has it not, in the
 * first that both have, and where they have none in common, each in its own first choice.
 */
export function viewSides(sides: Sides, asked: CompareState["kernels"]): Sides {
  const view = findSharedView(sides, asked);
  const [a, b] = sides.map((side) => {
    const [first = null] = side.views.values();
    return { ...side, kernels: view === null ? first : side.views.get(view)! };
  });
  return [a!, b!];
}

function findSharedView(sides: Sides, asked: CompareState["kernels"]): KernelView | null {
  const shared = listSharedViews(sides);
  return shared.find((view) => view === asked) ?? shared[0] ?? null;
}

function listSharedViews([a, b]: Sides): readonly KernelView[] {
  return KERNEL_VIEWS.filter((view) => a.views.has(view) && b.views.has(view));
}

/** Finds the view behind the one that is shown, of those that both sides have; null where there is none. */
export function findNextView(sides: Sides, asked: CompareState["kernels"]): KernelView | null {
  const view = findSharedView(sides, asked);
  return view === null ? null : findAround(listSharedViews(sides), view, 1)!;
}

/** Finds what shares a range: tiles that show no weights keep their own, as theirs are not known. */
export function findScale(
  sides: Sides,
  { of, scale }: Pick<CompareState, "of" | "scale">,
): CompareState["scale"] {
  return of === "kernels" && !areReadable(sides) ? "tile" : scale;
}

/** Tells whether the kernels of both sides, where they are drawn, show their weights. */
export function areReadable(sides: Sides): boolean {
  return sides.every(({ kernels }) => kernels?.viewed?.readable ?? true);
}

/** Offers the views that both sides have, where there are several. */
export function setViewControls(sides: Sides, { of, kernels }: CompareState): void {
  const shared: readonly string[] = listSharedViews(sides);
  const view = findSharedView(sides, kernels);
  const inputs = findAll<HTMLInputElement>(HOOKS.inputs("kernels"));
  for (const input of inputs) {
    input.checked = input.value === view;
    input.parentElement!.hidden = !shared.includes(input.value);
  }
  const choice = find(HOOKS.viewChoice);
  if (choice) choice.hidden = of === "maps" || shared.length < 2;
}
