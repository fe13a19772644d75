import type { DatasetNumbers } from "../../report/dataset/dataset_columns.ts";
import type { PatchSheets } from "../../report/dataset/dataset_pictures.ts";
import type { DatasetFile } from "../../report/layer_file.ts";
import { DATASET_MEASURES, gatherDatasetNumbers } from "../../report/dataset/dataset_measures.ts";
import { cutPatch } from "../../site/dataset/patch_tiles.ts";
import { listBestLabels } from "../../site/dataset/best_labels.ts";
import { describeOn, isNeverOn } from "../../site/dataset/wall_rows.ts";
import { formatBarLength, formatNumber, formatRate, formatShare } from "../../site/format.ts";
import type { LayerData } from "../../site/layer_data.ts";
import { identifyMeasure } from "../../site/measure_columns.ts";
import type { CutTileView } from "../../site/tile/cut_tile.ts";
import type { DatasetPartWords, Words } from "../../words/words.ts";
import type { LossesView } from "../panel/experiment_rows.ts";
import { type AskedCell, writePhotoText } from "./photo_text.ts";
import { type RangeView, viewRange } from "./range_view.ts";

/** What a kernel answers to in a dataset: the view of `in_dataset.hbs`. */
export interface InDatasetView {
  readonly heading: string;
  readonly said: string;
  readonly patches: readonly PatchRowView[];
  /** Where its cells lie; null where none is finite. */
  readonly range: RangeView | null;
  /** The labels that it tells apart; null where there are none. */
  readonly labels: LabelsView | null;
  /** The kernels that it goes with. */
  readonly others: readonly OthersView[];
  /** How much of its maps needs what; null where that was not tried. */
  readonly depends: LossesView | null;
  /** The measures that are told, each a word that is explained. */
  readonly explained: readonly { readonly id: string; readonly name: string }[];
  readonly explainedHead: string;
}

/** Patches of photos in a row. */
export interface PatchRowView {
  readonly heading: string;
  readonly cells: readonly PatchCellView[];
}

/** A patch that opens its photo. */
export interface PatchCellView {
  /** Among which cells it is, and its place among them. */
  readonly of: AskedCell["of"];
  readonly at: string;
  readonly title: string;
  /** What the cell holds: it stands where there is no tile. */
  readonly value: string;
  readonly tile: CutTileView | null;
}

/** The labels that a kernel tells from others. */
export interface LabelsView extends LossesView {
  readonly said: string;
}

/** Kernels that a kernel goes with. */
export interface OthersView {
  readonly says: string;
  readonly kernels: readonly { readonly index: string; readonly name: string }[];
  readonly rest: string | null;
}

/** What is known of a layer and a dataset. */
export interface InDatasetSubject {
  readonly data: Pick<LayerData, "layer" | "labels">;
  readonly numbers: DatasetNumbers;
  /** The cells of its photos; null where they are not there. */
  readonly cells: DatasetFile | null;
  readonly words: DatasetPartWords & Pick<Words, "count" | "experiment" | "measure" | "panel">;
  readonly link: (file: string) => string;
}

/** Views what kernel k answers to in a dataset. */
export function viewInDataset(subject: InDatasetSubject, k: number): InDatasetView {
  const { numbers, words: { dataset: words } } = subject;
  return {
    heading: words.heading(numbers.photos),
    said: describeNumbers(subject, k),
    patches: isNeverOn(numbers, k)
      ? []
      : (["strongest", "middle"] as const).flatMap((of) => viewPatches(subject, k, of)),
    range: viewRange(numbers, words, k),
    labels: viewLabels(subject, k),
    others: [...viewLikest(subject, k), ...viewMerged(subject, k)],
    depends: viewDepends(subject, k),
    explained: listExplained(subject, k),
    explainedHead: words.explained,
  };
}

function listExplained(
  { numbers, words: { measure } }: InDatasetSubject,
  k: number,
): InDatasetView["explained"] {
  const columns = gatherDatasetNumbers(numbers);
  return DATASET_MEASURES.filter((name) => (columns[name][k] ?? null) !== null).map((name) => {
    return { id: identifyMeasure({ of: "dataset", measure: name }), ...measure.dataset[name] };
  });
}

function describeNumbers({ numbers, words: all }: InDatasetSubject, k: number): string {
  const { onPhotos, onCells, mean, deviation, nonFinite } = numbers;
  const { dataset: words, count } = all;
  const broken = nonFinite[k] ?? 0;
  const level = mean[k] ?? null;
  return count.series([
    describeOn(numbers, all, k),
    ...(onPhotos[k] ?? 0) > 0 ? [words.cells(formatRate(onCells[k] ?? 0))] : [],
    ...level === null ? [] : [words.level(formatNumber(level), formatNumber(deviation[k] ?? 0))],
    ...broken > 0 ? [words.notFinite(broken)] : [],
  ]);
}

const SIDE = 52; // CSS pixels: six in a row of the panel

function viewPatches(
  { data, cells, words: { dataset: words }, link }: InDatasetSubject,
  k: number,
  of: AskedCell["of"],
): readonly PatchRowView[] {
  const photos = cells?.[of].photo[k] ?? [];
  if (cells === null || photos.length === 0) return [];
  const sheets: PatchSheets | null = data.layer.patches?.[of] ?? null;
  const shown = photos.slice(0, sheets?.each ?? photos.length);
  return [{
    heading: words[of],
    cells: shown.map((_, at) => {
      const text = writePhotoText(cells, data, { k, of, at });
      const title = words.patch(text);
      const tile = sheets && cutPatch(sheets, k, at, { alt: title, side: SIDE, link });
      return { of, at: String(at), title, value: text.value, tile };
    }),
  }];
}

function viewLabels(
  { data: { labels }, numbers, words: { dataset: words, count } }: InDatasetSubject,
  k: number,
): LabelsView | null {
  if (numbers.labels === null) return null;
  const best = listBestLabels(numbers, labels, k);
  const { overall, selectivity } = numbers.labels;
  const [all, share] = [overall[k] ?? null, selectivity[k] ?? null];
  return {
    head: words.labels,
    losses: best.map(({ name, auc, mean }) => ({
      without: name,
      bar: formatBarLength(2 * auc - 1), // nothing where it is chance
      share: formatShare(auc),
      spread: formatNumber(mean),
    })),
    said: count.series([
      ...best.length === 0 ? [words.noLabel] : [],
      ...all === null ? [] : [words.overall(formatNumber(all))],
      ...share === null ? [] : [words.selectivity(formatShare(share))],
    ]),
  };
}

function viewLikest(
  { numbers: { likeness }, words: { dataset: words, panel } }: InDatasetSubject,
  k: number,
): readonly OthersView[] {
  const kernel = likeness?.kernel[k] ?? null;
  const correlation = likeness?.correlation[k] ?? null;
  if (!likeness || kernel === null || correlation === null) return [];
  return [{
    says: words.likest(likeness.photos),
    kernels: [{ index: String(kernel), name: panel.pair(String(kernel)) }],
    rest: words.correlation(formatShare(correlation)),
  }];
}

function viewMerged(
  { numbers: { likeness }, words: { dataset: words, panel } }: InDatasetSubject,
  k: number,
): readonly OthersView[] {
  const set = likeness?.merged.find((each) => each.includes(k)) ?? [];
  const others = set.filter((other) => other !== k).map(String);
  if (others.length === 0) return [];
  const kernels = others.map((index) => ({ index, name: panel.pair(index) }));
  return [{ says: words.merged, kernels, rest: null }];
}

function viewDepends(
  { numbers: { colour, detail }, words: { dataset: words, experiment } }: InDatasetSubject,
  k: number,
): LossesView | null {
  const rows = [[words.colour, colour] as const, [words.detail, detail] as const]
    .flatMap(([name, columns]) =>
      columns === null ? [] : viewDependence(name, columns, experiment, k)
    );
  const photos = (colour ?? detail)?.photos ?? 0;
  return rows.length === 0 ? null : { head: words.depends(photos), losses: rows };
}

function viewDependence(
  name: string,
  { median, lowerQuartile, upperQuartile }: NonNullable<DatasetNumbers["colour"]>,
  { spread }: Words["experiment"],
  k: number,
): LossesView["losses"] {
  const share = median[k] ?? null;
  if (share === null) return [];
  const [lower, upper] = [lowerQuartile[k] ?? share, upperQuartile[k] ?? share];
  return [{
    ...{ without: name, bar: formatBarLength(share), share: formatShare(share) },
    spread: spread(formatShare(lower), formatShare(upper)),
  }];
}
