import atlas_tip from "../../../templates/overview/atlas_tip.hbs" with { type: "text" };
import { encodePath } from "../../site/address.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { formatRowNumber } from "../../site/atlas/row_format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import type { OverviewPageWords } from "../../words/words.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { fill, find, tell } from "../shell/dom.ts";
import { findSheet, type Sheet, showTile } from "../tile/tile.ts";
import { type AtlasPlace, findShownPair } from "./pair_link.ts";

/** What is told of a place in the atlas: the view of `atlas_tip.hbs`. */
export interface AtlasTipView {
  /** Whether there is a tile to show of its kernel and of its map. */
  readonly kernel: boolean;
  readonly map: boolean;
  readonly name: string;
  readonly lines: readonly string[];
}

const render = compileTemplates<{ readonly atlas_tip: AtlasTipView }>({ atlas_tip });

/** What tips are made of. */
export interface TipContext {
  readonly file: LayersFile;
  readonly words: OverviewPageWords;
  readonly files: ReportFiles;
}

const TILE = { near: 64, most: 72, shrunk: 64 };

/** Fills a tip with what a place in the atlas shows: the name of the layer, a pair, and its numbers. */
export function fillTip(
  tip: HTMLElement,
  at: AtlasPlace,
  { file, words, files }: TipContext,
): void {
  const layer = file.layers[at.place]!;
  const k = findShownPair(file, at);
  const folder = `${encodePath(layer.id)}/`;
  const lines = [describePair(at, k, { file, words }), ...describePlace(at, { file, words })];
  fill(
    tip,
    render("atlas_tip", {
      ...{ kernel: layer.kernels !== null, map: layer.maps !== null, lines },
      name: `${at.place + 1}. ${layer.name}`,
    }),
  );
  const show = (name: "tip-kernel" | "tip-map", sheet: Sheet | null): void => {
    const place = find(HOOKS.tile(name), tip);
    if (place && sheet) showTile(place, sheet, k, TILE);
  };
  show("tip-kernel", findSheet(files, layer.kernels, folder));
  show("tip-map", findSheet(files, layer.maps, folder));
  tell("atlas-said", words.count.list([`${at.place + 1}. ${layer.name}`, ...lines]));
}

function describePair(
  { place, row }: AtlasPlace,
  k: number,
  { file: { rows }, words: { atlas: { tip } } }: Pick<TipContext, "file" | "words">,
): string {
  const most = row === null ? null : rows[row]?.most[place] ?? null;
  return tip.pair(k, most === null ? null : formatRowNumber(row!, most));
}

function describePlace(
  { place, row }: AtlasPlace,
  { file: { rows }, words: { atlas, count } }: Pick<TipContext, "file" | "words">,
): readonly string[] {
  const columns = row === null ? undefined : rows[row];
  const value = columns?.value[place] ?? null;
  if (row === null || columns === undefined || value === null) return [];
  const { name } = atlas.rows[row];
  const [low, high] = [columns.low[place] ?? null, columns.high[place] ?? null];
  const say = (number: number): string => formatRowNumber(row, number);
  const said = low === null || high === null
    ? say(value)
    : atlas.tip[row === "damage" ? "worst" : "spread"](say(value), say(low), say(high));
  return [`${name}${count.colon}${said}`];
}
