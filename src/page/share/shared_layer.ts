import {
  findMeasureWords,
  hasValues,
  listMeasureColumns,
  openFormat,
} from "../../site/measure_columns.ts";
import { listTableColumns } from "../../site/measure_table.ts";
import { nameActivation } from "../../site/activation_text.ts";
import { formatCount } from "../../site/format.ts";
import { titlePair } from "../../site/pair_name.ts";
import { findKernelView } from "../../site/tile/kernel_view.ts";
import { describeView } from "../../site/tile/view_text.ts";
import type { ShareWords } from "../../words/en/share_words.ts";
import { describeRange, findMaps, findPhoto } from "../pair/panel_context.ts";
import { describeSort } from "../pair/sort_range.ts";
import {
  openKernelPainter,
  openMapPainter,
  paintPhoto,
  type PaintTile,
  type SharedLayer,
} from "./layer_tiles.ts";
import {
  fitCanvas,
  joinTiles,
  leaveBlank,
  type SharedPicture,
  type SharedTable,
  type SharedTile,
  type SharedView,
} from "./shared_view.ts";

const SIDE = 352; // pixels

/** Views the chosen pair of a layer's page. */
export async function sharePair(page: SharedLayer, words: ShareWords): Promise<SharedView> {
  const { context: { data, words: said, facts }, state: { k, image } } = page;
  const kind = facts.classes?.what[k];
  const title = titlePair(data.measures, k, said);
  return {
    title: words.title(title, data.layer.name, data.model.name),
    facts: kind === undefined ? [] : [said.kind.names[kind]],
    file: `${data.model.id}-${data.layer.id}-${k}`,
    pictures: await listPictures(words, [
      shareKernel(page, words),
      shareMap(page, words),
      sharePhoto(page, image, SIDE),
    ]),
    numbers: listTableColumns({ ...data, words: said }).filter(hasValues).flatMap((column) => {
      const value = column.values[k] ?? null;
      return value === null ? [] : [{ name: column.name, value: column.format(value) }];
    }),
    table: null,
  };
}

// What cannot be had is left out, and said.
async function listPictures(
  { unreadable }: ShareWords,
  made: readonly Promise<SharedPicture | string | null>[],
): Promise<readonly SharedPicture[]> {
  const pictures = (await Promise.all(made)).filter((each) => each !== null);
  return pictures.map((each) => typeof each === "string" ? leaveBlank(each, unreadable) : each);
}

async function shareKernel(
  page: SharedLayer,
  words: ShareWords,
): Promise<SharedPicture | string | null> {
  const { context: { data, words: said }, state: { k, kernels } } = page;
  const viewed = findKernelView(data.layer, kernels);
  if (viewed === null) return null;
  const tile = await openKernelPainter(page)(k);
  if (tile === null) return words.kernel;
  const { min = [], max = [] } = data.measures?.kernels ?? {};
  const note = [
    describeView(viewed, data, said, k),
    viewed.readable ? describeRange(said, min[k] ?? null, max[k] ?? null) : null,
  ].filter((each) => each !== null && each !== "").join("; ");
  return { caption: words.kernel, note, canvas: fitCanvas(tile, SIDE), isPhoto: false };
}

async function shareMap(
  page: SharedLayer,
  words: ShareWords,
): Promise<SharedPicture | string | null> {
  const { context, state: { k, image, stage } } = page;
  const { data: { layer }, words: said } = context;
  if (layer.maps.length === 0) return null;
  const tile = await openMapPainter(page)(k);
  if (tile === null) return words.map;
  const range = context.mapRanges(image, stage)[k] ?? null;
  const name = nameActivation(layer, said);
  const followed = findMaps(context.data, image).activated !== null;
  const { before, after } = said.panel;
  const note = [
    ...followed ? [stage === "after" ? after(name) : before(name)] : [],
    describeRange(said, range?.low ?? null, range?.high ?? null),
  ].join(" ");
  return { caption: words.map, note, canvas: fitCanvas(tile, SIDE), isPhoto: false };
}

async function sharePhoto(
  { context }: SharedLayer,
  id: string,
  side: number,
): Promise<SharedPicture | string | null> {
  const photo = findPhoto(context.data, id);
  if (photo === null || photo.seen === null) return null;
  const canvas = await paintPhoto(context, id);
  if (canvas === null) return photo.name;
  return { caption: photo.name, note: "", canvas: fitCanvas(canvas, side), isPhoto: true };
}

// What stands on a screen, and in a file that a chat takes.
const MOST = 64;
const WIDTH = 460; // pixels: two grids and a photo beside

/** Views the grids of a layer's page as they are shown, from their first pair on. */
export async function shareGrid(page: SharedLayer, words: ShareWords): Promise<SharedView> {
  const { context, state, shown } = page;
  const { data, words: said } = context;
  const ks = shown.slice(0, MOST);
  const sorted = describeSort(context, state.sort, shown);
  const count = said.tools.shown(formatCount(ks.length), formatCount(data.layer.pairs));
  return {
    title: words.title(words.pairs(ks.length), data.layer.name, data.model.name),
    facts: [[count, sorted].filter((each) => each !== null).join(", ")],
    file: `${data.model.id}-${data.layer.id}`,
    pictures: await listPictures(words, [
      shareTiles(page, ks, openKernelPainter(page), said.tools.kernels),
      ...data.layer.maps.length > 0
        ? [shareTiles(page, ks, openMapPainter(page), said.tools.maps)]
        : [],
      sharePhoto(page, state.image, 160),
    ]),
    numbers: [],
    table: tabulate(page, ks, words),
  };
}

async function shareTiles(
  { context: { data } }: SharedLayer,
  ks: readonly number[],
  paintTile: PaintTile,
  caption: string,
): Promise<SharedPicture | string | null> {
  if (ks.length === 0) return null;
  const tiles: SharedTile[] = [];
  for (const k of ks) {
    const canvas = await paintTile(k);
    if (canvas === null) return data.layer.kernelsMissing === null ? caption : null;
    tiles.push({ canvas, label: String(k) });
  }
  const columns = Math.ceil(Math.sqrt(ks.length));
  return { caption, note: "", canvas: joinTiles(tiles, { columns, width: WIDTH }), isPhoto: false };
}

// By what they are sorted, else by what the rule of the first layer is about.
const USUAL = ["dcGain", "keepsPicture"];

function tabulate(
  { context: { data, words: said, facts }, state }: SharedLayer,
  ks: readonly number[],
  { pair }: ShareWords,
): SharedTable {
  const columns = listMeasureColumns(data.measures)
    .filter(({ id }) => id === state.sort || USUAL.some((name) => id.endsWith(name)))
    .map((column) => ({ ...column, format: openFormat(column) }));
  const what = facts.classes?.what ?? null;
  return {
    heads: [
      pair,
      ...what === null ? [] : [said.tools.kind],
      ...columns.map((column) => findMeasureWords(column, said, data.layer).name),
    ],
    rows: ks.map((k) => [
      String(k),
      ...what === null ? [] : [said.kind.names[what[k]!]],
      ...columns.map((column) => {
        const value = column.values[k] ?? null;
        return value === null ? "–" : column.format(value);
      }),
    ]),
  };
}
