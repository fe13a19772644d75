import { ALONE, countColumns, HALF } from "../../site/tile/frame_view.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { type GridTile, layoutPairs, type PairLayout, type PlacedTiles } from "./compare_layout.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { formatCosine } from "../sides/comparison_text.ts";
import { countPairs, type KindTiles } from "../sides/compare_tiles.ts";
import { create } from "../shell/dom.ts";
import type { Grid } from "../tile/grid.ts";
import { CLEAR, findOverlay } from "../../site/tile/tile_range.ts";
import { openRanges } from "../sides/shared_range.ts";
import type { TileStyle } from "./tile_style.ts";

/** Fills a list with pairs: item k holds what is shown of pair k, as far as it is drawn. */
export function fillPairs(
  list: HTMLElement,
  { kinds, style, words: { compare } }: {
    readonly kinds: readonly KindTiles[];
    readonly style: TileStyle;
    readonly words: ComparePageWords;
  },
): void {
  const layout = layoutPairs(kinds);
  const whole = layoutPairs(kinds.map((each) => ({ ...each, differences: null })));
  style.write([...whole.tiles, ...layout.tiles]); // what has no partner stands below, whatever is shown above
  const alone = kinds.every(({ differences }) => differences !== null);
  list.classList.toggle("alone", alone);
  setCells(list, layout, alone ? ALONE : HALF);
  list.replaceChildren(...Array.from({ length: countPairs(kinds) }, (_, k) => {
    const name = compare.pairName(String(k), []);
    const link = create("a", { href: `#k=${k}`, "aria-label": name });
    link.append(...layout.tiles.map((tiles) => makeTile(tiles, k)));
    return create("li", { id: `k=${k}` }, link);
  }));
}

/** Fills a list with the tiles of one side that have no partner. */
export function fillRest(
  list: HTMLElement,
  kinds: readonly KindTiles[],
  { name, from, count }: {
    readonly name: GridTile;
    readonly from: number;
    readonly count: number;
  },
): void {
  const layout = layoutPairs(kinds);
  setCells(list, layout, HALF);
  const tiles = layout.tiles.find((each) => each.name === name);
  if (!tiles) return;
  const indices = Array.from({ length: count - from }, (_, i) => from + i);
  list.replaceChildren(...indices.map((k) => create("li", {}, makeTile(tiles, k))));
}

/** Lays the overlays that bring the tiles of a kind onto the range that they share. */
export function overlayPairs(
  grid: Grid,
  { kind, ...sides }: KindTiles,
  scale: CompareState["scale"],
): void {
  const findRange = openRanges(sides, scale);
  for (const side of ["a", "b"] as const) {
    const overlays = (sides[side]?.ranges ?? []).map((own, k) => {
      const shared = findRange(k);
      return own && shared ? findOverlay(own, shared) : CLEAR;
    });
    grid.overlay(`${kind}-${side}`, scale === "tile" ? [] : overlays);
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

function makeTile({ name, picture: { columns }, at }: PlacedTiles, k: number): HTMLElement {
  const tile = create("i", { class: name });
  const place = at(k);
  tile.style.setProperty("--x", String(place % columns));
  tile.style.setProperty("--y", String(Math.floor(place / columns)));
  return tile;
}

function setCells(
  { style }: HTMLElement,
  { cell: { width, height } }: PairLayout,
  room: number,
): void {
  style.setProperty("--cell-w", `${width}px`);
  style.setProperty("--cell-h", `${height}px`);
  style.setProperty("--columns", String(countColumns(room, width)));
}
