import type { HeldMeasure, KernelMeasure, MapMeasure, Rule } from "../../analysis/rule/rule.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatNumber } from "../../site/format.ts";
import { identifyMeasure } from "../../site/measure_columns.ts";
import { type RelationView, STRONG, viewRelation } from "./relation_view.ts";

/** The correlations of a layer: the view of `correlations.hbs`. */
export interface CorrelationsView {
  readonly caption: string;
  readonly columns: readonly CorrelationColumnView[];
  readonly rows: readonly CorrelationRowView[];
}

/** A map measure, perhaps with a kernel measure held fixed. */
export interface CorrelationColumnView {
  readonly id: string;
  readonly name: string;
  readonly held: string | null;
}

/** A kernel measure. */
export interface CorrelationRowView {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly RelationView[];
}

const KERNELS: readonly KernelMeasure[] = [
  "dcGain",
  "lumaGain",
  "chroma",
  "centroid",
  "bandwidth",
  "coherence",
  "separability",
  "symmetry",
  "sparsity",
  "norm",
];

interface Column {
  readonly map: MapMeasure;
  readonly held: HeldMeasure | null;
}

const COLUMNS: readonly Column[] = [
  { map: "keepsPicture", held: null },
  { map: "keepsPicture", held: "dcGain" },
  { map: "keepsPicture", held: "chroma" },
  { map: "luma", held: null },
  { map: "edges", held: null },
  { map: "mean", held: null },
  { map: "std", held: null },
  { map: "zeros", held: null },
  { map: "entropy", held: null },
];

/** Views the correlations of a layer; null where there is none. */
export function viewCorrelations(rule: Rule, words: SiteWords): CorrelationsView | null {
  const all = KERNELS.map((kernel) => ({
    kernel,
    cells: COLUMNS.map(({ map, held }) => viewRelation(rule, { kernel, map, held })),
  }));
  const rows = all.filter(({ cells }) => cells.some(({ value }) => value !== null));
  const used = COLUMNS.map((_, i) => rows.some(({ cells }) => cells[i]!.value !== null));
  if (rows.length === 0) return null;
  return {
    caption: words.finding.correlations.caption(words.count.kernels(rule.n), formatNumber(STRONG)),
    columns: COLUMNS.filter((_, i) => used[i]).map((column) => viewColumn(column, words)),
    rows: rows.map(({ kernel, cells }) => {
      const { name } = words.measure.kernels[kernel];
      return { id: kernel, name, cells: cells.filter((_, i) => used[i]) };
    }),
  };
}

function viewColumn(
  { map, held }: Column,
  { finding: { correlations }, measure: { kernels, maps } }: SiteWords,
): CorrelationColumnView {
  const id = identifyMeasure({ of: "map", measure: map });
  return { id, name: maps[map].name, held: held && correlations.fixed(kernels[held].name) };
}
