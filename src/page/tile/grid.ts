import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll } from "../shell/dom.ts";
import { NO_NOTES, type TileNotes, writeNotes } from "./tile_notes.ts";
import { type GridMarks, type MarkedPlace, openMarks } from "./grid_marks.ts";

/** The two grids of a page: pair k is one item with both its tiles. */
export interface Grid extends Pick<GridMarks, "highlight" | "emphasize"> {
  /** Puts the pairs in an order and hides those that are not shown. */
  arrange(order: readonly number[], isShown: (k: number) => boolean): void;
  /** Marks the chosen pair, and gives it the one tab stop. */
  mark(k: number): void;
  /** Moves the focus to a pair. */
  focus(k: number): void;
  /** Lays overlays over the tiles of a kind, the k-th over that of pair k; an empty list lifts them. */
  overlay(kind: string, overlays: readonly string[]): void;
  /** Writes what stands at the tiles of each pair. */
  note(notes: TileNotes): void;
  /** Names a pair for those who listen. */
  name(k: number, text: string): void;
  /** How many pairs stand in a row. */
  countColumns(): number;
}

/** A place in the grids, whichever pair it holds. */
interface Place extends MarkedPlace {
  readonly tiles: readonly HTMLElement[];
}

/**
 * Takes hold of the grids of a list. The items stay where they are and take in the pairs in their
 * order: moving the items of a layer of thousands costs many times as much.
 */
export function openGrid(list: HTMLElement): Grid {
  const places = findAll(HOOKS.gridItems, list).map(takePlace);
  const pairs = places.map(readPair);
  const kinds = (places[0]?.tiles ?? []).map(({ classList: [kind] }) => kind!);
  const overlays: (readonly string[])[] = kinds.map(() => []);
  const inside = pairs.map((_, k) => k); // the pair that each place holds
  const placeOf = pairs.map((_, k) => k);
  const placeAt = (k: number): Place => places[placeOf[k]!]!;
  const marks = openMarks(list, pairs.length, placeAt);
  let notes = NO_NOTES;
  let shown = pairs.length;

  function fill(i: number, k: number): void {
    placeOf[k] = i;
    if (inside[i] === k) return;
    inside[i] = k;
    writePair(places[i]!, pairs[k]!);
    writeNotes(places[i]!.item, k, notes);
    places[i]!.tiles.forEach((tile, kind) => layOverlay(tile, overlays[kind]![k]));
  }

  return {
    highlight: marks.highlight,
    emphasize: marks.emphasize,
    mark: marks.choose,
    arrange: (order, isShown) => {
      const first = order.filter(isShown);
      const focused = list.contains(document.activeElement);
      marks.carry(() => {
        [...first, ...order.filter((k) => !isShown(k))].forEach((k, i) => {
          fill(i, k);
          const hidden = i >= first.length;
          if (places[i]!.item.hidden !== hidden) places[i]!.item.hidden = hidden;
        });
      });
      shown = first.length;
      marks.settle(first[0] ?? null, (k) => isShown(k));
      if (focused) find(HOOKS.currentPair, list)?.focus({ preventScroll: true });
    },
    focus: (k) => placeAt(k).link.focus(),
    overlay: (kind, next) => {
      const at = kinds.indexOf(kind);
      if (at < 0) return;
      overlays[at] = next;
      list.classList.toggle(`is-overlaid-${kind}`, next.length > 0);
      if (next.length > 0) pairs.forEach((_, k) => layOverlay(placeAt(k).tiles[at]!, next[k]));
    },
    note: (next) => {
      notes = next;
      places.forEach(({ item }, i) => writeNotes(item, inside[i]!, next));
    },
    name: (k, text) => {
      pairs[k] = { ...pairs[k]!, name: text };
      placeAt(k).link.setAttribute("aria-label", text);
    },
    countColumns: () => countFirstRow(places.slice(0, shown)),
  };
}

/** What of a pair stands in the page. */
interface PairText {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly tiles: readonly TileText[];
}

/** Which tile is shown: by its classes, or by its column and row in the sheet. */
interface TileText {
  readonly className: string;
  readonly column: string;
  readonly row: string;
}

function takePlace(item: HTMLElement): Place {
  const link = find("a", item)!;
  link.tabIndex = -1;
  item.dataset.k = item.id.slice(2);
  return { item, link, tiles: findAll("i", link) };
}

function countFirstRow(shown: readonly Place[]): number {
  const next = shown.findIndex(({ item }) => item.offsetTop !== shown[0]!.item.offsetTop);
  return next < 0 ? Math.max(1, shown.length) : next;
}

function readPair({ item, link, tiles }: Place): PairText {
  return {
    id: item.id,
    href: link.getAttribute("href")!,
    name: link.getAttribute("aria-label")!,
    tiles: tiles.map(({ className, style }) => ({
      className,
      column: style.getPropertyValue("--x"),
      row: style.getPropertyValue("--y"),
    })),
  };
}

function writePair({ item, link, tiles }: Place, pair: PairText): void {
  item.id = pair.id;
  item.dataset.k = pair.id.slice(2);
  link.setAttribute("href", pair.href);
  link.setAttribute("aria-label", pair.name);
  pair.tiles.forEach(({ className, column, row }, i) => {
    const tile = tiles[i]!;
    tile.className = className;
    if (column === "") return;
    tile.style.setProperty("--x", column);
    tile.style.setProperty("--y", row);
  });
}

// By the colour of the text that a tile does not have: of all properties it is the quickest to set.
function layOverlay({ style }: HTMLElement, colour = ""): void {
  if (style.color !== colour) style.color = colour;
}

/** Finds the index of the pair that an element belongs to; null where it belongs to none. */
export function findPair(target: EventTarget | null): number | null {
  if (!(target instanceof Element)) return null;
  const item = target.closest<HTMLElement>(HOOKS.pairItem);
  if (item) return Number(item.id.slice(2));
  const link = target.closest(HOOKS.pairLink);
  const [, k] = /[#?&]k=(\d+)/.exec(link?.getAttribute("href") ?? "") ?? [];
  return k === undefined ? null : Number(k);
}
