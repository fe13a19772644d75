import { isNear } from "../../analysis/likeness/neighbours.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { AverageColumns, KernelColumns } from "../../report/layer_report.ts";
import type { MeasureSection, MeasureWords } from "../../words/measure_section.ts";
import { formatShare } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { gatherMapNumbers, listMapNumbers } from "../../site/map_numbers.ts";
import { findDim, findMeasureWords } from "../../site/measure_columns.ts";
import { findMapFormat, KERNEL_FORMATS } from "../../site/measure_formats.ts";
import { countSeen } from "../../site/shown_inputs.ts";

/** All kernels and all measures: the view of `measures.hbs`. */
export interface MeasureTableView {
  readonly caption: string;
  readonly columns: readonly MeasureColumnView[];
  readonly rows: readonly MeasureRowView[];
  /** The measures that have no value here, in words; null where all have one. */
  readonly without: string | null;
}

/** The head of a column. */
export interface MeasureColumnView {
  readonly name: string;
  readonly unit: string | null;
  readonly meaning: string;
}

/** The measures of one kernel and its maps. */
export interface MeasureRowView {
  readonly index: string;
  readonly cells: readonly string[];
}

/** Views all measures of a layer; null where there is none. */
export function viewMeasureTable(subject: LayerSubject): MeasureTableView | null {
  const { layer, measures, words } = subject;
  const { kernels = null, averages = null } = measures ?? {};
  if (kernels === null && averages === null) return null;
  const { measure, count } = words;
  const all = [...listKernelColumns(kernels, measure), ...listMapColumns(subject)];
  const shown = all.filter(({ values }) => values.some((value) => value !== null));
  const without = all.filter((column) => !shown.includes(column)).map(({ name }) => name);
  const kinds = kernels?.kind ?? null;
  const columns = shown.map(({ name, unit, meaning }) => ({ name, unit, meaning }));
  return {
    caption: describeTable(subject, { kernels, averages }),
    columns: kinds ? [measure.columns.kind, ...columns] : columns,
    rows: Array.from({ length: layer.pairs }, (_, k) => {
      const cells = shown.map((column) => formatCell(column, k));
      return { index: String(k), cells: kinds ? [words.kind.names[kinds[k]!], ...cells] : cells };
    }),
    without: without.length > 0 ? measure.without(count.names(without)) : null,
  };
}

/** A measure in words, with its values. */
interface Column extends MeasureWords {
  readonly values: Values;
  readonly format: (value: number) => string;
  /** Whether the value of kernel k says little. */
  readonly isDim?: (k: number) => boolean;
}

function listKernelColumns(
  kernels: KernelColumns | null,
  { kernels: words, columns }: MeasureSection,
): readonly Column[] {
  if (kernels === null) return [];
  const { kind, confidence, nearest, similarity, similarityRank } = kernels;
  const names = Object.keys(KERNEL_FORMATS) as (keyof typeof KERNEL_FORMATS)[];
  const sure = confidence.map((each, k) => kind[k] === "other" ? null : each);
  const near = nearest.map((other, k) => isNear(similarity[k] ?? null) ? other : null);
  return [
    { ...columns.confidence, values: sure, format: formatShare },
    ...names.map((name): Column => {
      const format = KERNEL_FORMATS[name];
      return { ...words[name], values: kernels[name], format, isDim: findDim(name, kernels) };
    }),
    { ...columns.nearest, values: near, format: String },
    { ...columns.similarity, values: similarity, format: formatShare },
    { ...columns.order, values: similarityRank, format: String },
  ];
}

function listMapColumns({ layer, measures, words }: LayerSubject): readonly Column[] {
  if (measures === null) return [];
  const numbers = gatherMapNumbers(measures);
  return listMapNumbers(measures).map((measure) => ({
    ...findMeasureWords({ of: "map", measure }, words, layer),
    values: numbers![measure],
    format: findMapFormat(measure),
  }));
}

function formatCell({ values, format, isDim }: Column, k: number): string {
  const value = values[k] ?? null;
  if (value === null) return "–";
  return isDim?.(k) ? `(${format(value)})` : format(value);
}

function describeTable(
  { report, layer, words }: LayerSubject,
  { kernels, averages }: {
    readonly kernels: KernelColumns | null;
    readonly averages: AverageColumns | null;
  },
): string {
  const { pairs, maps } = layer;
  const { measure } = words;
  const over = measure.over(countSeen(report, layer, words), maps.length);
  if (kernels === null) return measure.ofMaps(pairs, over);
  return averages === null ? measure.ofKernels(pairs) : measure.ofBoth(pairs, over);
}
