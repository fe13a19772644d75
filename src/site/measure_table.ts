import { isNear } from "../analysis/likeness/neighbours.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { EXPERIMENT_MEASURES } from "../analysis/trial/experiments.ts";
import { TUNING_MEASURES } from "../analysis/tuning/layer_tuning.ts";
import type { LayerExperiments, LayerReport, TuningColumns } from "../report/layer_report.ts";
import type { MeasureSection, MeasureWords } from "../words/measure_section.ts";
import type { Words } from "../words/words.ts";
import { formatShare } from "./format.ts";
import type { LayerData } from "./layer_data.ts";
import { gatherMapNumbers, listMapNumbers } from "./map_numbers.ts";
import { findDim, findMeasureWords, identifyMeasure } from "./measure_columns.ts";
import {
  EXPERIMENT_FORMATS,
  findMapFormat,
  KERNEL_FORMATS,
  TUNING_FORMATS,
} from "./measure_formats.ts";

/** The measures of one kernel and its maps: a part of the view of `measure_rows.hbs`. */
export interface MeasureRowView {
  readonly index: string;
  readonly cells: readonly string[];
}

/** A measure in words, with its values. */
export interface TableColumn extends MeasureWords {
  /** What stands for it in addresses and explanations. */
  readonly id: string;
  readonly values: Values;
  readonly format: (value: number) => string;
  /** Whether the value of kernel k says little. */
  readonly isDim?: (k: number) => boolean;
}

/** A layer and what was measured of it. */
type TableSubject = Pick<LayerData, "layer" | "measures"> & { readonly words: Words };

/** How many rows of a table stand in a page; the script of the page adds those that are left. */
export const STILL_ROWS = 32;

/** Lists the measures of the table of a layer, those too of which no kernel has a value. */
export function listTableColumns(subject: TableSubject): readonly TableColumn[] {
  const { measures, words: { measure } } = subject;
  return [
    ...listKernelColumns(measures, measure),
    ...listMapColumns(subject),
    ...listExperimentColumns(measures?.experiments ?? null, measure),
    ...listTuningColumns(measures?.tuning ?? null, measure),
  ];
}

/** Tells whether any kernel has a value. */
export function hasValues({ values }: TableColumn): boolean {
  return values.some((value) => value !== null);
}

/** Views some rows of the table of a layer. */
export function viewMeasureRows(
  { measures, words: { kind: { names } } }: TableSubject,
  { columns, from, to }: {
    readonly columns: readonly TableColumn[];
    readonly from: number;
    readonly to: number;
  },
): readonly MeasureRowView[] {
  const what = measures?.classes?.what ?? null;
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const k = from + i;
    const cells = columns.map((column) => formatCell(column, k));
    return { index: String(k), cells: what ? [names[what[k]!], ...cells] : cells };
  });
}

function listKernelColumns(
  measures: LayerReport | null,
  { kernels: words, columns }: MeasureSection,
): readonly TableColumn[] {
  const { kernels = null, classes = null } = measures ?? {};
  if (kernels === null) return [];
  const confidence = classes?.confidence ?? [];
  const { nearest, similarity, similarityRank } = kernels;
  const names = Object.keys(KERNEL_FORMATS) as (keyof typeof KERNEL_FORMATS)[];
  const near = nearest.map((other, k) => isNear(similarity[k] ?? null) ? other : null);
  return [
    { id: "confidence", ...columns.confidence, values: confidence, format: formatShare },
    ...names.map((name): TableColumn => {
      const format = KERNEL_FORMATS[name];
      const isDim = findDim(name, kernels);
      return { id: name, ...words[name], values: kernels[name], format, isDim };
    }),
    { id: "nearest", ...columns.nearest, values: near, format: String },
    { id: "similarity", ...columns.similarity, values: similarity, format: formatShare },
    { id: "likeness", ...columns.likeness, values: similarityRank, format: String },
  ];
}

function listMapColumns({ layer, measures, words }: TableSubject): readonly TableColumn[] {
  if (measures === null) return [];
  const numbers = gatherMapNumbers(measures);
  return listMapNumbers(measures).map((measure) => ({
    id: identifyMeasure({ of: "map", measure }),
    ...findMeasureWords({ of: "map", measure }, words, layer),
    values: numbers![measure],
    format: findMapFormat(measure),
  }));
}

function listExperimentColumns(
  experiments: LayerExperiments | null,
  { experiments: words }: MeasureSection,
): readonly TableColumn[] {
  if (experiments === null) return [];
  return EXPERIMENT_MEASURES.map((name) => {
    const format = EXPERIMENT_FORMATS[name];
    return { id: name, ...words[name], values: experiments[name].mean, format };
  });
}

function listTuningColumns(
  tuning: TuningColumns | null,
  { tuning: words }: MeasureSection,
): readonly TableColumn[] {
  if (tuning === null) return [];
  return TUNING_MEASURES.map((name) => {
    const id = identifyMeasure({ of: "tuning", measure: name });
    return { id, ...words[name], values: tuning[name], format: TUNING_FORMATS[name] };
  });
}

function formatCell({ values, format, isDim }: TableColumn, k: number): string {
  const value = values[k] ?? null;
  if (value === null) return "–";
  return isDim?.(k) ? `(${format(value)})` : format(value);
}
