import type { ComparePageWords } from "../../words/words.ts";
import type { ShareWords } from "../../words/en/share_words.ts";
import { formatNumber } from "../../site/format.ts";
import { findMagnitude } from "../../tensor/magnitude.ts";
import { describeRange } from "../pair/panel_context.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { type Kind, listKinds } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { type ComparedSide, nameComparedSide } from "../sides/compared_side.ts";
import type { ComparedTiles } from "../sides/compared_tiles.ts";
import { openRanges } from "../sides/shared_range.ts";
import { create } from "../shell/dom.ts";
import { subtract } from "../tile/difference.ts";
import { fillDifference } from "../tile/difference_canvas.ts";
import { layoutMap } from "../tile/pixel_layout.ts";
import { levelNumbers, levelPicture, paintLevels } from "./level_tile.ts";
import { readPicture } from "./picture_reader.ts";
import { fitCanvas, joinTiles, type SharedPicture, type SharedTile } from "./shared_view.ts";

/** What is shared of the page that compares: what it shows, and what it knows. */
export interface SharedComparison {
  readonly words: ComparePageWords;
  readonly files: ReportFiles;
  readonly root: string;
  readonly state: CompareState;
  readonly results: Results;
  /** The pairs in the order in which they are shown. */
  readonly order: readonly number[];
}

const SIDE = 352; // pixels

/** Pictures some pairs of the page that compares: A, B, and A − B. */
export async function listComparedPictures(
  page: SharedComparison,
  ks: readonly number[],
  words: ShareWords,
): Promise<readonly SharedPicture[]> {
  const kinds = listKinds(page.state);
  const pictures = await Promise.all(kinds.map((kind) => shareKind(page, kind, { ks, words })));
  return pictures.flat();
}

async function shareKind(
  page: SharedComparison,
  kind: Kind,
  { ks, words }: { readonly ks: readonly number[]; readonly words: ShareWords },
): Promise<readonly SharedPicture[]> {
  const noun = kind === "kernels" ? words.kernel : words.map;
  const drawn = await listDrawn(page, kind, ks);
  const pictures = await Promise.all(drawn.map(async ({ caption, note, paint }) => {
    const canvas = await paintTogether(ks, paint);
    if (canvas === null) return [];
    return [{ caption, note: note === "" ? noun : `${noun}, ${note}`, canvas, isPhoto: false }];
  }));
  return pictures.flat();
}

/** What is drawn of pairs: A, B, or A − B. */
interface Drawn extends Pick<SharedPicture, "caption" | "note"> {
  readonly paint: Paint;
}

/** Paints a tile of a pair; null where there is none. */
type Paint = (k: number) => Promise<HTMLCanvasElement | null>;

async function listDrawn(
  page: SharedComparison,
  kind: Kind,
  ks: readonly number[],
): Promise<readonly Drawn[]> {
  const { results: { sides: [a, b] }, state, words: { compare } } = page;
  const range = openRanges({ a: a[kind], b: b[kind] }, state.scale);
  const draw = (side: ComparedSide): Drawn => ({
    caption: `${compare[side.name]}: ${nameComparedSide(side)}`,
    note: noteRange(page, side, kind, ks),
    paint: async (k) =>
      side[kind] === null ? null : await paintSide(page, side, side[kind], { k, target: range(k) }),
  });
  const apart: Drawn = {
    caption: compare.difference,
    note: await noteApart(page, kind, ks),
    paint: (k) => paintApart(page, kind, k),
  };
  return [draw(a), draw(b), apart];
}

// Null where no pair has a tile.
async function paintTogether(
  ks: readonly number[],
  paint: Paint,
): Promise<HTMLCanvasElement | null> {
  const tiles: SharedTile[] = [];
  for (const k of ks) {
    const canvas = await paint(k);
    if (canvas !== null) tiles.push({ canvas, label: String(k) });
  }
  const [first] = tiles;
  if (first === undefined) return null;
  if (ks.length === 1) return fitCanvas(first.canvas, SIDE);
  return joinTiles(tiles, { columns: Math.ceil(Math.sqrt(ks.length)), width: SIDE });
}

function noteRange(
  { words }: SharedComparison,
  side: ComparedSide,
  kind: Kind,
  ks: readonly number[],
): string {
  const range = ks.length === 1 ? side[kind]?.ranges[ks[0]!] ?? null : null;
  return range === null ? "" : describeRange(words, range.low, range.high);
}

async function paintSide(
  page: SharedComparison,
  { data }: ComparedSide,
  tiles: ComparedTiles,
  { k, target }: { readonly k: number; readonly target: ComparedTiles["ranges"][number] },
): Promise<HTMLCanvasElement | null> {
  const own = tiles.ranges[k] ?? null;
  const look = { own, target: target ?? own, stops: null };
  if (tiles.viewed === null && tiles.load !== null && own !== null) {
    const { numbers } = await tiles.load(k);
    return paintLevels(levelNumbers(numbers, layoutMap(tiles.dims), own), look);
  }
  const { picture } = tiles.overview;
  const path = `${data.model.id}/${data.layer.id}/${picture.file}`;
  const image = await readPicture({ path, layer: data.layer }, page);
  return image && paintLevels(levelPicture(image, picture, tiles.at(k)), look);
}

// Null where they cannot be compared.
async function loadApart(
  { results }: SharedComparison,
  kind: Kind,
  k: number,
): Promise<Float32Array | null> {
  const { numbers } = results[kind];
  if (typeof numbers === "string") return null;
  const [a, b] = await Promise.all([numbers.a.load(k), numbers.b.load(k)]);
  return subtract(a, b).numbers;
}

async function paintApart(
  page: SharedComparison,
  kind: Kind,
  k: number,
): Promise<HTMLCanvasElement | null> {
  const apart = await loadApart(page, kind, k);
  const { differences } = page.results[kind];
  if (apart === null || differences === null) return null;
  const canvas = create("canvas");
  fillDifference(canvas, apart, { layout: differences.layout, dark: false });
  return canvas;
}

async function noteApart(
  page: SharedComparison,
  kind: Kind,
  ks: readonly number[],
): Promise<string> {
  const { scales } = page.words.compare;
  const apart = ks.length === 1 ? await loadApart(page, kind, ks[0]!) : null;
  if (apart === null) return scales.colours(scales.apart.tile());
  return scales.difference(formatNumber(findMagnitude(apart)));
}
