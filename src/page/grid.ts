import { find, findAll } from "./dom.ts";
import type { ColourMap, Scale } from "./view_state.ts";
import { findShared, findTarget, findVeil, type TileRanges } from "./value_range.ts";

/** The two grids of a layer: pair k is one item with both its tiles. */
export interface Grid {
  /** Puts the pairs in an order and hides those that are not shown. */
  arrange(order: readonly number[], isShown: (k: number) => boolean): void;
  /** Marks the chosen pair, and gives it the one tab stop. */
  mark(k: number): void;
  /** Moves the focus to a pair. */
  focus(k: number): void;
  /** Rings a pair that is pointed at elsewhere; none for null. */
  ring(k: number | null): void;
  /** Fades all but some pairs; none for null. */
  peek(members: ((k: number) => boolean) | null): void;
  /** Lays the veils that bring tiles onto the scale that they share. */
  paint(kind: "kernel" | "map", ranges: TileRanges, look: Look): void;
  /** How many pairs stand in a row. */
  countColumns(): number;
}

/** How tiles are drawn. */
export interface Look {
  readonly scale: Scale;
  readonly map: ColourMap;
}

/** Takes hold of the grids of the page. */
export function openGrid(list: HTMLElement): Grid {
  const items = findAll<HTMLLIElement>(":scope > li", list);
  const links = items.map((item) => find<HTMLAnchorElement>("a", item)!);
  const tiles = {
    kernel: items.map((item) => find(".kernel", item)),
    map: items.map((item) => find(".map", item)),
  };
  let order: readonly number[] = items.map((_, k) => k);
  let marked = -1;
  let ringed: number | null = null;
  for (const link of links) link.tabIndex = -1;

  function arrange(next: readonly number[], isShown: (k: number) => boolean): void {
    const part = !next.every(isShown);
    // What stands below keeps its place while pairs are hidden.
    if (part && list.style.minHeight === "") list.style.minHeight = `${list.offsetHeight}px`;
    for (const [k, item] of items.entries()) {
      const hidden = !isShown(k);
      if (item.hidden !== hidden) item.hidden = hidden;
    }
    if (!part) list.style.minHeight = "";
    if (next.some((k, i) => k !== order[i])) list.append(...next.map((k) => items[k]!));
    order = next;
  }

  function mark(k: number): void {
    const before = items[marked];
    if (before) {
      before.classList.remove("is-on");
      links[marked]!.tabIndex = -1;
      links[marked]!.removeAttribute("aria-current");
    }
    items[k]!.classList.add("is-on");
    links[k]!.tabIndex = 0;
    links[k]!.setAttribute("aria-current", "true");
    marked = k;
  }

  return {
    arrange,
    mark,
    focus: (k) => links[k]!.focus(),
    ring: (k) => {
      if (ringed !== null) items[ringed]!.classList.remove("is-near");
      if (k !== null) items[k]!.classList.add("is-near");
      ringed = k;
    },
    peek: (members) => {
      list.classList.toggle("is-peeking", members !== null);
      if (members) items.forEach((item, k) => item.classList.toggle("is-peek", members(k)));
    },
    paint: (kind, ranges, { scale, map }) => {
      const shared = findShared(ranges, scale, map);
      tiles[kind].forEach((tile, k) => {
        const own = ranges[k];
        if (!tile || !own) return;
        const veil = findVeil(own, findTarget(own, { shared, map }));
        if (veil === "transparent") tile.style.removeProperty("--veil");
        else tile.style.setProperty("--veil", veil);
      });
    },
    countColumns: () => {
      const shown = order.map((k) => items[k]!).filter((item) => !item.hidden);
      const top = shown[0]?.offsetTop;
      const columns = shown.findIndex((item) => item.offsetTop !== top);
      return columns < 0 ? Math.max(1, shown.length) : columns;
    },
  };
}

/** Finds the index of the pair that an element belongs to; null where it belongs to none. */
export function findPair(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const item = target.closest<HTMLElement>("li[id^='k=']");
  if (item) return Number(item.id.slice(2));
  const link = target.closest("a[href*='k=']");
  const [, k] = /[#?&]k=(\d+)/.exec(link?.getAttribute("href") ?? "") ?? [];
  return k === undefined ? null : Number(k);
}
