import { find, findAll } from "./dom.ts";
import type { ColourMap, Scale } from "./view_state.ts";
import { CLEAR, findShared, findTarget, findVeil, type TileRanges } from "./value_range.ts";

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

/**
 * Takes hold of the grids of the page. The items stay where they are and take in the pairs in their
 * order: moving the items of a layer of thousands costs many times as much.
 */
export function openGrid(list: HTMLElement): Grid {
  const places = findAll<HTMLLIElement>(":scope > li", list).map(takePlace);
  const pairs = places.map(({ item, link, kernel, map }): PairText => ({
    id: item.id,
    href: link.getAttribute("href")!,
    name: link.getAttribute("aria-label")!,
    kernel: kernel?.className ?? "",
    map: map?.className ?? "",
  }));
  const inside = pairs.map((_, k) => k); // the pair that each place holds
  const placeOf = pairs.map((_, k) => k);
  const veils = { kernel: [] as readonly string[], map: [] as readonly string[] };
  let shown = pairs.length;
  let marked: number | null = null;
  let ringed: number | null = null;
  for (const { link } of places) link.tabIndex = -1;

  function arrange(order: readonly number[], isShown: (k: number) => boolean): void {
    const first = order.filter(isShown);
    const hadFocus = list.contains(document.activeElement);
    unmark();
    [...first, ...order.filter((k) => !isShown(k))].forEach((k, i) => {
      placeOf[k] = i;
      if (inside[i] !== k) fill(i, k);
      const hidden = i >= first.length;
      if (places[i]!.item.hidden !== hidden) places[i]!.item.hidden = hidden;
    });
    shown = first.length;
    if (marked !== null) mark(marked);
    if (hadFocus && marked !== null) placeAt(marked).link.focus({ preventScroll: true });
  }

  function fill(i: number, k: number): void {
    const { item, link, kernel, map } = places[i]!;
    const pair = pairs[k]!;
    inside[i] = k;
    item.id = pair.id;
    link.setAttribute("href", pair.href);
    link.setAttribute("aria-label", pair.name);
    if (kernel) kernel.className = pair.kernel;
    if (map) map.className = pair.map;
    veil(kernel, veils.kernel[k]);
    veil(map, veils.map[k]);
  }

  function placeAt(k: number): Place {
    return places[placeOf[k]!]!;
  }

  function unmark(): void {
    if (marked === null) return;
    const { item, link } = placeAt(marked);
    item.classList.remove("is-on");
    link.tabIndex = -1;
    link.removeAttribute("aria-current");
  }

  function mark(k: number): void {
    unmark();
    const { item, link } = placeAt(k);
    item.classList.add("is-on");
    link.tabIndex = 0;
    link.setAttribute("aria-current", "true");
    marked = k;
  }

  return {
    arrange,
    mark,
    focus: (k) => placeAt(k).link.focus(),
    ring: (k) => {
      if (ringed !== null) placeAt(ringed).item.classList.remove("is-near");
      if (k !== null) placeAt(k).item.classList.add("is-near");
      ringed = k;
    },
    peek: (members) => {
      list.classList.toggle("is-peeking", members !== null);
      if (members) pairs.forEach((_, k) => placeAt(k).item.classList.toggle("is-peek", members(k)));
    },
    paint: (kind, ranges, look) => {
      veils[kind] = findVeils(ranges, look);
      const any = veils[kind].length > 0;
      list.classList.toggle(`is-veiled-${kind}`, any);
      if (any) pairs.forEach((_, k) => veil(placeAt(k)[kind], veils[kind][k]));
    },
    countColumns: () => {
      const row = places.slice(0, shown);
      const next = row.findIndex(({ item }) => item.offsetTop !== row[0]!.item.offsetTop);
      return next < 0 ? Math.max(1, shown) : next;
    },
  };
}

/** A place in the grids, whichever pair it holds. */
interface Place {
  readonly item: HTMLLIElement;
  readonly link: HTMLAnchorElement;
  readonly kernel: HTMLElement | null;
  readonly map: HTMLElement | null;
}

/** What of a pair stands in the page. */
interface PairText {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly kernel: string;
  readonly map: string;
}

function takePlace(item: HTMLLIElement): Place {
  const link = find<HTMLAnchorElement>("a", item)!;
  return { item, link, kernel: find(".kernel", link), map: find(".map", link) };
}

// None where every tile is shown in its own range.
function findVeils(ranges: TileRanges, { scale, map }: Look): readonly string[] {
  const shared = findShared(ranges, scale, map);
  if (shared === null && map !== "signed") return [];
  const veils = ranges.map((own) =>
    own === null ? CLEAR : findVeil(own, findTarget(own, { shared, map }))
  );
  return veils.some((veil) => veil !== CLEAR) ? veils : [];
}

// By the colour of the text that a tile does not have: of all properties it is the quickest to set.
function veil(tile: HTMLElement | null, colour = ""): void {
  if (tile && tile.style.color !== colour) tile.style.color = colour;
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
