import { namePage } from "../../plan/language.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import { ATLAS_ROW_NAMES, ATLAS_ROWS, type AtlasRowName } from "../../site/atlas/atlas_rows.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { formatRowNumber } from "../../site/atlas/row_format.ts";
import { viewBadge } from "../../site/badge_view.ts";
import { formatCount, formatSize } from "../../site/format.ts";
import { describeMaps, describeOperator } from "../../site/layer_facts.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { Report } from "../../report/report.ts";
import type { SiteWords } from "../../words/words.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { type FailureView, viewMissing } from "../part/failure_view.ts";
import { tallyReviews } from "../part/review_view.ts";
import { type LayerThumbs, viewLayerThumbs } from "./layer_thumbs.ts";

/** The layers of a network as a table: the view of `layer_rows.hbs`. */
export interface LayerTableView {
  readonly heads: readonly LayerHeadView[];
  readonly rows: readonly LayerRowView[];
}

/** A column of numbers. */
export interface LayerHeadView {
  readonly row: AtlasRowName;
  readonly name: string;
}

/** A layer in the table. */
export interface LayerRowView extends LayerThumbs {
  readonly place: string;
  readonly href: string;
  readonly name: string;
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
  /** Its operator and how its kernels are stored; null where those of all layers are the same. */
  readonly operator: string | null;
  readonly shape: string;
  readonly sizes: string;
  /** What is worth knowing of its kernels; its page explains that. */
  readonly badges: string;
  /** What reviewers found its pairs to be; null where the report has no review of them. */
  readonly reviews: string | null;
  readonly failures: readonly FailureView[];
  readonly cells: readonly LayerCellView[];
}

/** A number of a layer. */
export interface LayerCellView extends LayerHeadView {
  /** Empty where it has none, and where nothing of it is odd. */
  readonly text: string;
}

/** What the table of the layers of a network is made of. */
export interface LayerTableSubject {
  readonly report: Report;
  readonly model: ReportModel;
  readonly file: LayersFile;
  readonly words: SiteWords;
}

/** Views the layers of a network as a table, a column for each row of its atlas that tells something. */
export function viewLayerTable(subject: LayerTableSubject): LayerTableView {
  const { model, file, words } = subject;
  const heads = ATLAS_ROW_NAMES.filter((row) => hasColumn(row, file)).map((row) => {
    return { row, name: words.atlas.rows[row].name };
  });
  const names = shortenLayers(model.layers);
  const operators = new Set(model.layers.map((layer) => describeOperator(layer, words)));
  const rows = model.layers.map((layer, place) => ({
    ...viewRow(layer, subject),
    operator: operators.size > 1 ? describeOperator(layer, words) : null,
    place: formatCount(place + 1),
    parts: breakName(names.get(layer.id)!),
    cells: heads.map((head) => {
      const value = file.rows[head.row]!.value[place] ?? null;
      const isNothing = value === null || value === 0 && ATLAS_ROWS[head.row].drawn === "share";
      return { ...head, text: isNothing ? "" : formatRowNumber(head.row, value) };
    }),
  }));
  return { heads, rows };
}

// The side of maps has a column already.
function hasColumn(row: AtlasRowName, { rows }: LayersFile): boolean {
  const values = rows[row]?.value ?? [];
  const { drawn } = ATLAS_ROWS[row];
  return drawn !== "side" && values.some((value) => drawn === "share" ? value : value !== null);
}

// In CSS pixels: two thumbs beside each other in a row of 28.
const THUMB = { width: 60, height: 22 };

function viewRow(
  layer: ReportLayer,
  { report, words }: LayerTableSubject,
): Omit<LayerRowView, "place" | "parts" | "operator" | "cells"> {
  const folder = `${encodePath(layer.id)}/`;
  return {
    href: folder + namePage(words.language),
    name: layer.name,
    ...viewLayerThumbs(layer, { report, words }, { folder, ...THUMB }),
    shape: describeShape(layer),
    sizes: describeSizes(layer, words),
    badges: words.count.names(layer.badges.map((name) => viewBadge(name, words).name)),
    reviews: tallyReviews(layer, words),
    failures: viewMissing(layer, words),
  };
}

// The head of the column says what is counted.
function describeShape({ kernelShape, inChannels, group, outChannels }: ReportLayer): string {
  if (kernelShape.length === 0) return outChannels > 0 ? formatCount(outChannels) : "";
  return `${formatCount(outChannels)} · ${formatSize(...kernelShape, inChannels / group)}`;
}

function describeSizes({ maps }: ReportLayer, words: SiteWords): string {
  const [first, ...rest] = maps;
  const size = first ? formatSize(...first.space) : "";
  const alike = [first, ...rest].every((each) => {
    return each === undefined || formatSize(...each.space) === size && each.samples.of === 1;
  });
  return alike ? size : describeMaps(maps, words) ?? "";
}
