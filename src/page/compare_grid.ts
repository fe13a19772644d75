import { encodePath } from "../html/address.ts";
import { fitZoom, GRID_FITS } from "../html/sprite.ts";
import type { Words } from "../words/words.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import { formatCosine } from "./compare_strip.ts";
import type { ComparedSide, ComparedTiles } from "./compared_side.ts";
import { create, find } from "./dom.ts";
import { fileUrl } from "./file_url.ts";
import type { Sheet } from "./tile.ts";
import { findVeil, type ValueRange } from "./value_range.ts";

const GAP = 3;
const HALF = 461; // as the grids of a layer
const MANY = 128;

/** The tiles of both sides. */
export interface BothTiles {
  readonly a: ComparedTiles | null;
  readonly b: ComparedTiles | null;
}

/** Fills a list with pairs: item k holds tile k of both sides, as far as they are drawn. */
export function fillPairs(list: HTMLElement, tiles: BothTiles, count: number): void {
  setGeometry(list, tiles);
  list.replaceChildren(...Array.from({ length: count }, (_, k) => {
    const link = create("a", { href: `#k=${k}` });
    for (const name of ["a", "b"] as const) {
      const side = tiles[name];
      if (side) link.append(makeTile(name, side.sheet, k));
    }
    return create("li", { id: `k=${k}` }, link);
  }));
}

/** Fills a list with the tiles of one side that have no partner. */
export function fillRest(
  list: HTMLElement,
  { name, ...side }: Pick<ComparedSide, "name"> & { readonly tiles: ComparedTiles },
  from: number,
): void {
  setGeometry(list, { a: null, b: null, [name]: side.tiles });
  const { count, sheet } = side.tiles;
  list.replaceChildren(
    ...Array.from(
      { length: count - from },
      (_, i) => create("li", {}, makeTile(name, sheet, from + i)),
    ),
  );
}

/** Lays the veils that bring A and B of each pair onto the range that they share. */
export function veilPairs(
  list: HTMLElement,
  { a, b }: BothTiles,
  scale: CompareState["scale"],
): void {
  [...list.children].forEach((item, k) => {
    const ranges = { a: a?.ranges[k] ?? null, b: b?.ranges[k] ?? null };
    const shared = scale === "pair" ? shareRange(ranges.a, ranges.b) : null;
    for (const name of ["a", "b"] as const) {
      const tile = item.querySelector<HTMLElement>(`i.${name}`);
      const own = ranges[name];
      tile?.style.setProperty("--veil", own && shared ? findVeil(own, shared) : "transparent");
    }
  });
}

/** Names every pair by how alike it is, for those who listen. */
export function namePairs(
  list: HTMLElement,
  { kernels, maps }: Results,
  { compare }: Words,
): void {
  for (const item of list.children) {
    const k = Number(item.id.slice(2));
    const kernel = kernels.found[k]?.cosine ?? null;
    const map = maps.found[k]?.cosine ?? null;
    const facts = [
      ...kernel === null ? [] : [compare.cosineKernels(formatCosine(kernel))],
      ...map === null ? [] : [compare.cosineMaps(formatCosine(map))],
    ];
    find("a", item)?.setAttribute("aria-label", compare.pairName(String(k), facts));
  }
}

/** Finds the range that holds both; null where one is not known. */
export function shareRange(a: ValueRange | null, b: ValueRange | null): ValueRange | null {
  return a && b && { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function makeTile(name: "a" | "b", { picture: { columns } }: Sheet, k: number): HTMLElement {
  const tile = create("i", { class: name });
  tile.style.setProperty("--x", String(k % columns));
  tile.style.setProperty("--y", String(Math.floor(k / columns)));
  return tile;
}

// What all tiles of a side share stands on the list, and not on thousands of tiles.
function setGeometry(list: HTMLElement, tiles: BothTiles): void {
  const count = Math.max(tiles.a?.count ?? 0, tiles.b?.count ?? 0);
  const fit = GRID_FITS[count > MANY ? "s" : "m"];
  let cell = { width: 1, height: 1 };
  for (const name of ["a", "b"] as const) {
    const side = tiles[name];
    if (!side) continue;
    const { picture, folder } = side.sheet;
    const { tileWidth, tileHeight, width, height, padding, file } = picture;
    const zoom = fitZoom(Math.max(tileWidth, tileHeight), fit);
    cell = {
      width: Math.max(cell.width, Math.ceil(tileWidth * zoom)),
      height: Math.max(cell.height, Math.ceil(tileHeight * zoom)),
    };
    const url = new URL(fileUrl(folder + encodePath(file)), document.baseURI).href;
    setProperties(list, {
      [`--${name}-w`]: tileWidth,
      [`--${name}-h`]: tileHeight,
      [`--${name}-sheet-w`]: width,
      [`--${name}-sheet-h`]: height,
      [`--${name}-padding`]: padding,
      [`--${name}-zoom`]: `${zoom}px`,
      [`--${name}-image`]: `url("${url}")`,
      [`--${name}-rendering`]: zoom < 1 ? "auto" : "pixelated",
    });
  }
  const columns = Math.max(1, Math.floor((HALF + GAP) / (cell.width + GAP)));
  setProperties(list, {
    "--cell-w": `${cell.width}px`,
    "--cell-h": `${cell.height}px`,
    "--columns": columns,
  });
}

function setProperties(
  { style }: HTMLElement,
  properties: Readonly<Record<string, string | number>>,
): void {
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, String(value));
}
