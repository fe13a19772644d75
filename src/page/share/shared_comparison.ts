import type { ComparePageWords } from "../../words/words.ts";
import type { ShareWords } from "../../words/en/share_words.ts";
import { formatDecibels, formatError } from "../../site/compare/error_text.ts";
import { formatNumber } from "../../site/format.ts";
import { titlePair } from "../../site/pair_name.ts";
import { findMagnitude } from "../../tensor/magnitude.ts";
import { describeRange } from "../pair/panel_context.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { type Kind, listKinds } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import type { ComparedSide } from "../sides/compared_side.ts";
import type { ComparedTiles } from "../sides/compared_tiles.ts";
import { compareNumbers } from "../sides/comparison.ts";
import { formatCosine } from "../sides/comparison_text.ts";
import { openRanges } from "../sides/shared_range.ts";
import { create } from "../shell/dom.ts";
import { subtract } from "../tile/difference.ts";
import { fillDifference } from "../tile/difference_canvas.ts";
import { layoutMap } from "../tile/pixel_layout.ts";
import { levelNumbers, levelPicture, paintLevels } from "./level_tile.ts";
import { readPicture } from "./picture_reader.ts";
import {
  fitCanvas,
  joinTiles,
  type SharedNumber,
  type SharedPicture,
  type SharedTile,
  type SharedView,
} from "./shared_view.ts";

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
const MOST = 36;

/** Views the chosen pair of the page that compares: A, B, and A − B. */
export async function shareComparedPair(
  page: SharedComparison,
  words: ShareWords,
): Promise<SharedView> {
  const { state: { k }, words: said, results: { sides } } = page;
  const numbers = await Promise.all(listKinds(page.state).map((kind) => listNumbers(page, kind)));
  return {
    ...describe(page, titlePair(sides[0].data.measures, k, said)),
    file: `${nameFile(sides)}-${k}`,
    pictures: await listPictures(page, [k], words),
    numbers: numbers.flat(),
    table: null,
  };
}

/** Views the grid of the page that compares, from its first pair on. */
export async function shareComparedGrid(
  page: SharedComparison,
  words: ShareWords,
): Promise<SharedView> {
  const { order, words: said, results: { sides } } = page;
  const ks = order.slice(0, MOST);
  const described = describe(page, words.pairs(ks.length));
  return {
    ...described,
    facts: [...described.facts, said.tools.shown(String(ks.length), String(order.length))],
    file: nameFile(sides),
    pictures: await listPictures(page, ks, words),
    numbers: [],
    table: null,
  };
}

function describe(
  { results: { sides }, words: { compare, count } }: SharedComparison,
  pair: string,
): Pick<SharedView, "title" | "facts"> {
  const [a, b] = sides.map(nameSide) as [string, string];
  return {
    title: a === b ? `${pair} · ${a}` : `${pair} · ${a} | ${b}`,
    facts: sides.map((side) => {
      return `${compare[side.name]}${count.colon}${nameSide(side)}${
        side.image === "" ? "" : `, ${side.image}`
      }`;
    }),
  };
}

function nameSide({ data: { model, layer } }: ComparedSide): string {
  return `${layer.name} · ${model.name}`;
}

function nameFile(sides: Results["sides"]): string {
  return sides.map(({ data: { model, layer } }) => `${model.id}-${layer.id}`).join("-");
}

async function listPictures(
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
  const { results, state, words: { compare } } = page;
  const [a, b] = results.sides;
  const range = openRanges({ a: a[kind], b: b[kind] }, state.scale);
  const paint = (side: ComparedSide) => async (k: number): Promise<HTMLCanvasElement | null> =>
    side[kind] === null ? null : await paintSide(page, side, side[kind], { k, target: range(k) });
  const made = [
    { name: `${compare.a}: ${nameSide(a)}`, note: noteRange(page, a, kind, ks), paint: paint(a) },
    { name: `${compare.b}: ${nameSide(b)}`, note: noteRange(page, b, kind, ks), paint: paint(b) },
    {
      name: compare.difference,
      note: await noteApart(page, kind, ks),
      paint: (k: number) => paintApart(page, kind, k),
    },
  ];
  const noun = kind === "kernels" ? words.kernel : words.map;
  const pictures = await Promise.all(made.map(async ({ name, note, paint }) => {
    const tiles: SharedTile[] = [];
    for (const k of ks) {
      const canvas = await paint(k);
      if (canvas !== null) tiles.push({ canvas, label: String(k) });
    }
    const [first] = tiles;
    if (first === undefined) return [];
    const columns = Math.ceil(Math.sqrt(ks.length));
    const canvas = ks.length === 1
      ? fitCanvas(first.canvas, SIDE)
      : joinTiles(tiles, { columns, width: SIDE });
    return [{
      caption: name,
      note: note === "" ? noun : `${noun}, ${note}`,
      canvas,
      isPhoto: false,
    }];
  }));
  return pictures.flat();
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

async function listNumbers(
  { results, state: { k }, words: { compare, count } }: SharedComparison,
  kind: Kind,
): Promise<readonly SharedNumber[]> {
  const { numbers } = results[kind];
  if (typeof numbers === "string") return [{ name: compare[kind], value: numbers }];
  const [a, b] = await Promise.all([numbers.a.load(k), numbers.b.load(k)]);
  const { cosine, correlation, change, errors } = compareNumbers(a, b);
  const name = (measure: string): string => `${compare[kind]}${count.colon}${measure}`;
  return [
    ...cosine === null
      ? []
      : [{ name: name(compare.cosine), value: formatCosine(cosine, errors.cosine) }],
    ...correlation === null
      ? []
      : [{ name: name(compare.correlation), value: formatCosine(correlation, errors.cosine) }],
    ...change === null ? [] : [
      { name: name(compare.change), value: formatError(change, errors.change) },
      { name: name(compare.ratio), value: formatDecibels(change, errors.change) },
    ],
  ];
}
