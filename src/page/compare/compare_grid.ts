import { chooseSize, countColumns, HALF } from "../../site/tile/frame_view.ts";
import { fitTile, GRID_FITS, measureCell } from "../../site/tile/sprite.ts";
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import { formatCosine } from "./compare_strip.ts";
import type { ComparedSide, ComparedTiles } from "./compared_side.ts";
import { create } from "../shell/dom.ts";
import type { Grid } from "../tile/grid.ts";
import type { Sheet } from "../tile/tile.ts";
import { CLEAR, findOverlay, type TileRange } from "../tile/value_range.ts";

const SIDES = ["a", "b"] as const;

/** The tiles of both sides. */
export interface BothTiles {
  readonly a: ComparedTiles | null;
  readonly b: ComparedTiles | null;
}

/** Fills a list with pairs: item k holds tile k of both sides, as far as they are drawn. */
export function fillPairs(
  list: HTMLElement,
  { tiles, count, words: { compare } }: {
    readonly tiles: BothTiles;
    readonly count: number;
    readonly words: ComparePageWords;
  },
): void {
  setGeometry(list, tiles);
  list.replaceChildren(...Array.from({ length: count }, (_, k) => {
    const name = compare.pairName(String(k), []);
    const link = create("a", { href: `#k=${k}`, "aria-label": name });
    for (const name of SIDES) {
      const side = tiles[name];
      if (side) link.append(makeTile(name, side.overview, k));
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
  const { count, overview } = side.tiles;
  list.replaceChildren(
    ...Array.from(
      { length: count - from },
      (_, i) => create("li", {}, makeTile(name, overview, from + i)),
    ),
  );
}

/** Lays the overlays that bring A and B of each pair onto the range that they share. */
export function overlayPairs(grid: Grid, { a, b }: BothTiles, scale: CompareState["scale"]): void {
  const ranges = { a: a?.ranges ?? [], b: b?.ranges ?? [] };
  for (const name of SIDES) {
    const overlays = ranges[name].map((own, k) => {
      const shared = shareRange(ranges.a[k] ?? null, ranges.b[k] ?? null);
      return own && shared ? findOverlay(own, shared) : CLEAR;
    });
    grid.overlay(name, scale === "pair" ? overlays : []);
  }
}

/** Names every pair by how alike it is, for those who listen. */
export function namePairs(
  grid: Grid,
  { sides: [{ data: { measures } }], kernels, maps }: Results,
  { compare }: ComparePageWords,
): void {
  const count = Math.max(kernels.found.length, maps.found.length);
  for (let k = 0; k < count; k++) {
    const facts = ([[kernels, compare.cosineKernels], [maps, compare.cosineMaps]] as const)
      .flatMap(([{ found }, say]) => {
        const { cosine = null, errors } = found[k] ?? {};
        return cosine === null ? [] : [say(formatCosine(cosine, errors!.cosine))];
      });
    const label = measures?.labels?.[k] ?? null;
    grid.name(k, compare.pairName(String(k), label === null ? facts : [label, ...facts]));
  }
}

/** Finds the range that holds both; null where one is not known. */
export function shareRange(a: TileRange | null, b: TileRange | null): TileRange | null {
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
  const fit = GRID_FITS[chooseSize(count)];
  let cell = { width: 1, height: 1 };
  for (const name of SIDES) {
    const side = tiles[name];
    if (!side) continue;
    const { picture, url } = side.overview;
    const { tileWidth, tileHeight, width, height, padding } = picture;
    const zoom = fitTile(picture, fit);
    const own = measureCell(picture, zoom);
    cell = {
      width: Math.max(cell.width, own.width),
      height: Math.max(cell.height, own.height),
    };
    const image = new URL(url, document.baseURI).href;
    setProperties(list, {
      [`--${name}-w`]: tileWidth,
      [`--${name}-h`]: tileHeight,
      [`--${name}-sheet-w`]: width,
      [`--${name}-sheet-h`]: height,
      [`--${name}-padding`]: padding,
      [`--${name}-zoom`]: `${zoom.x}px`,
      [`--${name}-zoom-y`]: `${zoom.y}px`,
      [`--${name}-image`]: `url("${image}")`,
      [`--${name}-rendering`]: zoom.x < 1 || zoom.y < 1 ? "auto" : "pixelated",
    });
  }
  setProperties(list, {
    "--cell-w": `${cell.width}px`,
    "--cell-h": `${cell.height}px`,
    "--columns": countColumns(HALF, cell.width),
  });
}

function setProperties(
  { style }: HTMLElement,
  properties: Readonly<Record<string, string | number>>,
): void {
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, String(value));
}
