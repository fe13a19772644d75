import type { ComparePageWords } from "../../words/words.ts";
import type { ShareWords } from "../../words/en/share_words.ts";
import { describeRange } from "../pair/panel_context.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { type Kind, listKinds } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { type ComparedSide, nameComparedSide } from "../sides/compared_side.ts";
import type { ComparedTiles } from "../sides/compared_tiles.ts";
import { openRanges } from "../sides/shared_range.ts";
import { layoutMap } from "../tile/pixel_layout.ts";
import { levelPicture, paintLevels } from "./level_tile.ts";
import { paintApart, type PaintedTile, paintInRange } from "./painted_numbers.ts";
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
  const pictures = await Promise.all(
    listDrawn(page, kind).map(async (drawn) => {
      const painted = await paintTogether(ks, drawn);
      if (painted === null) return [];
      const note = painted.note === "" ? noun : `${noun}, ${painted.note}`;
      return [{ caption: drawn.caption, note, canvas: painted.canvas, isPhoto: false }];
    }),
  );
  return pictures.flat();
}

/** What is drawn of pairs: A, B, or A − B. */
interface Drawn {
  readonly caption: string;
  /** What is said where there are several pairs. */
  readonly note: string;
  /** Paints the tile of a pair; null where there is none. */
  readonly paint: (k: number) => Promise<PaintedTile | null>;
}

function listDrawn(page: SharedComparison, kind: Kind): readonly Drawn[] {
  const { results: { sides: [a, b] }, state, words: { compare } } = page;
  const range = openRanges({ a: a[kind], b: b[kind] }, state.scale);
  const draw = (side: ComparedSide): Drawn => ({
    caption: `${compare[side.name]}: ${nameComparedSide(side)}`,
    note: "",
    paint: async (k) =>
      side[kind] === null ? null : await paintSide(page, side, side[kind], { k, target: range(k) }),
  });
  const apart: Drawn = {
    caption: compare.difference,
    note: compare.scales.colours(compare.scales.apart.tile()),
    paint: (k) => paintDifference(page, kind, k),
  };
  return [draw(a), draw(b), apart];
}

// Null where no pair has a tile.
async function paintTogether(
  ks: readonly number[],
  { note, paint }: Drawn,
): Promise<PaintedTile | null> {
  const tiles: (SharedTile & PaintedTile)[] = [];
  for (const k of ks) {
    const painted = await paint(k);
    if (painted !== null) tiles.push({ ...painted, label: String(k) });
  }
  const [first] = tiles;
  if (first === undefined) return null;
  if (ks.length === 1) return { ...first, canvas: fitCanvas(first.canvas, SIDE) };
  const columns = Math.ceil(Math.sqrt(ks.length));
  return { canvas: joinTiles(tiles, { columns, width: SIDE }), note };
}

async function paintSide(
  page: SharedComparison,
  { data }: ComparedSide,
  tiles: ComparedTiles,
  { k, target }: { readonly k: number; readonly target: ComparedTiles["ranges"][number] },
): Promise<PaintedTile | null> {
  const own = tiles.ranges[k] ?? null;
  const note = own === null ? "" : describeRange(page.words, own.low, own.high);
  if (tiles.viewed === null && tiles.load !== null && own !== null) {
    const { numbers } = await tiles.load(k);
    return { canvas: paintInRange(numbers, layoutMap(tiles.dims), target ?? own), note };
  }
  const { picture } = tiles.overview;
  const path = `${data.model.id}/${data.layer.id}/${picture.file}`;
  const image = await readPicture({ path, layer: data.layer }, page);
  if (image === null) return null;
  const look = { own, target: target ?? own, stops: null };
  return { canvas: paintLevels(levelPicture(image, picture, tiles.at(k)), look), note };
}

// Null where they cannot be compared.
async function paintDifference(
  { words, results }: SharedComparison,
  kind: Kind,
  k: number,
): Promise<PaintedTile | null> {
  const { numbers, differences } = results[kind];
  if (typeof numbers === "string" || differences === null) return null;
  const pair = await Promise.all([numbers.a.load(k), numbers.b.load(k)]);
  return paintApart(pair, differences.layout, words);
}
