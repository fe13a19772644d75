import type { Values } from "../analysis/kernel_measures.ts";
import type { AverageColumns, KernelColumns } from "../report/layer_report.ts";
import { formatQuantity, formatShare } from "./format.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { KERNEL_WORDS, MAP_WORDS, type MeasureWords } from "./measure_words.ts";

/** All kernels and all measures: the view of `measures.hbs`. */
export interface MeasureTableView {
  readonly caption: string;
  readonly columns: readonly MeasureColumnView[];
  readonly rows: readonly MeasureRowView[];
  /** The measures that have no value here; null where all have one. */
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
export function viewMeasureTable({ layer, measures }: LayerSubject): MeasureTableView | null {
  const { kernels = null, averages = null } = measures ?? {};
  if (kernels === null && averages === null) return null;
  const all = [...listKernelColumns(kernels), ...listMapColumns(averages)];
  const shown = all.filter(({ values }) => values.some((value) => value !== null));
  const without = all.filter((column) => !shown.includes(column)).map(({ words }) => words.name);
  const kinds = kernels?.kind ?? null;
  const columns = shown.map(({ words: { name, unit, meaning } }) => ({ name, unit, meaning }));
  return {
    caption: describeTable(layer.pairs, layer.maps.length, { kernels, averages }),
    columns: kinds ? [CLASS, ...columns] : columns,
    rows: Array.from({ length: layer.pairs }, (_, k) => {
      const cells = shown.map(({ words, values }) => formatCell(values[k] ?? null, words));
      return { index: String(k), cells: kinds ? [kinds[k]!, ...cells] : cells };
    }),
    without: without.length > 0 ? without.join(", ") : null,
  };
}

const CLASS: MeasureColumnView = {
  name: "class",
  unit: null,
  meaning: "What the kernel is like, by the thresholds above.",
};

/** A measure and its values. */
interface Column {
  readonly words: MeasureWords;
  readonly values: Values;
}

function listKernelColumns(kernels: KernelColumns | null): readonly Column[] {
  if (kernels === null) return [];
  const names = Object.keys(KERNEL_WORDS) as (keyof typeof KERNEL_WORDS)[];
  return [
    { words: CONFIDENCE, values: kernels.confidence },
    ...names.map((name) => ({ words: KERNEL_WORDS[name], values: kernels[name] })),
    { words: NEAREST, values: kernels.nearest },
    { words: SIMILARITY, values: kernels.similarity },
    { words: LIKENESS_ORDER, values: kernels.similarityRank },
  ];
}

const CONFIDENCE: MeasureWords = {
  name: "confidence",
  unit: null,
  meaning: "How far the kernel is from the nearest threshold that decided its class: 0 on it.",
  format: formatShare,
};

const NEAREST: MeasureWords = {
  name: "nearest",
  unit: "kernel",
  meaning: "The kernel most like it, or most like its negative.",
  format: String,
};

const SIMILARITY: MeasureWords = {
  name: "similarity",
  unit: "cosine",
  meaning: "The cosine between the two; shifted, where that makes them duplicates.",
  format: formatShare,
};

const LIKENESS_ORDER: MeasureWords = {
  name: "likeness order",
  unit: null,
  meaning: "The kernel's place in an order in which like ones stand side by side.",
  format: String,
};

function listMapColumns(averages: AverageColumns | null): readonly Column[] {
  if (averages === null) return [];
  const names = Object.keys(MAP_WORDS) as (keyof typeof MAP_WORDS)[];
  return names.map((name) => ({ words: MAP_WORDS[name], values: averages[name] }));
}

function formatCell(value: number | null, { format }: MeasureWords): string {
  return value === null ? "–" : format(value);
}

function describeTable(
  pairs: number,
  photos: number,
  { kernels, averages }: {
    readonly kernels: KernelColumns | null;
    readonly averages: AverageColumns | null;
  },
): string {
  const average = photos === 1
    ? "on one photo"
    : `averaged over ${formatQuantity(photos, "photo")}`;
  if (kernels === null) return `All measures of ${formatQuantity(pairs, "map")}, ${average}`;
  const what = `All measures of ${formatQuantity(pairs, "kernel")}`;
  return averages === null ? what : `${what}, and of their maps ${average}`;
}
