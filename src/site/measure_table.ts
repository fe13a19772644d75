import { isNear } from "../analysis/likeness/neighbours.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { MeasureWords } from "../words/measure_section.ts";
import type { Words } from "../words/words.ts";
import { formatShare } from "./format.ts";
import type { LayerData } from "./layer_data.ts";
import {
  findDim,
  findMeasureWords,
  listAllColumns,
  type MeasureColumn,
  openFormat,
} from "./measure_columns.ts";

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
  const { measures } = subject;
  if (measures === null) return [];
  const columns = listAllColumns(measures);
  return [
    ...listKernelColumns(columns.filter(({ of }) => of === "kernel"), subject),
    ...columns.filter(({ of }) => of !== "kernel").map((column) => nameColumn(column, subject)),
  ];
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

// Their class comes before what is measured of them, and what they are like behind.
function listKernelColumns(
  columns: readonly MeasureColumn[],
  subject: TableSubject,
): readonly TableColumn[] {
  const { kernels = null, classes = null } = subject.measures ?? {};
  if (kernels === null) return [];
  const { columns: words } = subject.words.measure;
  const { nearest, similarity, similarityRank } = kernels;
  const near = nearest.map((other, k) => isNear(similarity[k] ?? null) ? other : null);
  const confidence = classes?.confidence ?? [];
  return [
    { id: "confidence", ...words.confidence, values: confidence, format: formatShare },
    ...columns.map((column) => {
      return { ...nameColumn(column, subject), isDim: findDim(column.measure, kernels) };
    }),
    { id: "nearest", ...words.nearest, values: near, format: String },
    { id: "similarity", ...words.similarity, values: similarity, format: formatShare },
    { id: "likeness", ...words.likeness, values: similarityRank, format: String },
  ];
}

function nameColumn(column: MeasureColumn, { layer, words }: TableSubject): TableColumn {
  const { id, values } = column;
  return { id, values, format: openFormat(column), ...findMeasureWords(column, words, layer) };
}

function formatCell({ values, format, isDim }: TableColumn, k: number): string {
  const value = values[k] ?? null;
  if (value === null) return "–";
  return isDim?.(k) ? `(${format(value)})` : format(value);
}
