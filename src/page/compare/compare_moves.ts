import { change, type CompareDesk } from "./compare_desk.ts";
import { COMPARE_CHOICES, type CompareState } from "./compare_state.ts";
import { copyLink } from "../shell/copy_link.ts";
import type { Shortcuts } from "../shell/keys.ts";

/** What the buttons of the page that compares do, by their `data-do`. */
export function listCompareActs(desk: CompareDesk): Readonly<Record<string, () => void>> {
  return {
    previous: () => step(desk, -1),
    next: () => step(desk, 1),
    copy: () => copyLink(desk.context.words),
    swap: () => swap(desk),
    measure: () => {
      const { results, state: { of: first } } = desk;
      if (results) desk.run.start(results, { first, asked: true });
    },
  };
}

/** What the keys do on the page that compares. */
export function listCompareShortcuts(desk: CompareDesk): Shortcuts {
  return {
    ArrowLeft: () => step(desk, -1),
    ArrowRight: () => step(desk, 1),
    ArrowUp: () => step(desk, -(desk.grid?.countColumns() ?? 1)),
    ArrowDown: () => step(desk, desk.grid?.countColumns() ?? 1),
    p: () => turnPhoto(desk, 1),
    P: () => turnPhoto(desk, -1),
    x: () => swap(desk),
    v: () => turn(desk, "show"),
    o: () => turn(desk, "of"),
    r: () => turn(desk, "stage"),
    s: () => turn(desk, "sort"),
    S: () => turn(desk, "sort", -1),
    l: () => turn(desk, "scale"),
    y: () => copyLink(desk.context.words),
  };
}

function step(desk: CompareDesk, by: number): void {
  const { order, state, grid } = desk;
  const next = order[Math.min(order.length - 1, Math.max(0, order.indexOf(state.k) + by))];
  if (next === undefined || next === state.k) return;
  change(desk, { k: next }, "replace");
  grid?.focus(next);
}

function turn(desk: CompareDesk, name: keyof typeof COMPARE_CHOICES, by = 1): void {
  const all: readonly string[] = COMPARE_CHOICES[name];
  const next = all[(all.indexOf(desk.state[name]) + by + all.length) % all.length];
  change(desk, { [name]: next } as Partial<CompareState>);
}

// Two photos of a layer stay two: B turns alone. Else both sides keep to one photo.
function turnPhoto(desk: CompareDesk, by: number): void {
  const { layers, state: { ai, b, bi } } = desk;
  const images = layers.find(({ path }) => path === b)?.images ?? [];
  const next = images[(images.indexOf(bi) + by + images.length) % images.length];
  if (next === undefined) return;
  change(desk, ai === bi ? { ai: next, bi: next } : { bi: next });
}

function swap(desk: CompareDesk): void {
  const { a, ai, b, bi } = desk.state;
  change(desk, { a: b, ai: bi, b: a, bi: ai });
}
