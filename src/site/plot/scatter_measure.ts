import { KERNEL_MEASURES, type KernelMeasure } from "../../analysis/rule/rule.ts";
import type { KernelColumns } from "../../report/layer_report.ts";
import type { Words } from "../../words/words.ts";
import type { Spread } from "./axis.ts";
import { formatGain, formatNumber, formatShare } from "../format.ts";
import { MAP_NUMBERS, type MapNumber, type MapNumbers, tellValues } from "../map_numbers.ts";
import type { ScatterColumn } from "./scatter_layout.ts";

/** A measure as an axis of a scatter. */
export interface ScatterMeasure extends ScatterColumn {
  readonly name: string;
  /** Its unit; null where it is a share or a plain number. */
  readonly unit: string | null;
  readonly format: (value: number) => string;
}

/** The words of a scatter, without those of the rest of a page. */
export type PlotWords = Pick<Words, "count" | "kind" | "measure" | "rule">;

/** The columns of a layer that has kernels and maps. */
export interface RuleColumns {
  readonly kernels: KernelColumns;
  readonly averages: MapNumbers;
}

/** A measure of kernels that can be plotted: one of the rule's, or the bias. */
export type PlottedMeasure = KernelMeasure | "bias";

const KERNELS: Readonly<Record<PlottedMeasure, Spread>> = {
  norm: "amount",
  bias: "amount",
  dcGain: "gain",
  lumaGain: "gain",
  chroma: "share",
  centroid: "amount",
  coherence: "share",
  bandwidth: "amount",
  separability: "share",
  sparsity: "share",
  symmetry: "share",
};

const MAPS: Readonly<Record<ReturnType<typeof tellValues>, Spread>> = {
  share: "share",
  percent: "share",
  bits: "amount",
  amount: "amount",
  count: "amount",
};

const FORMATS: Readonly<Record<Spread, (value: number) => string>> = {
  share: formatShare,
  gain: formatGain,
  amount: formatNumber,
};

/** Finds a measure of kernels. */
export function findKernelMeasure(
  measure: PlottedMeasure,
  { kernels }: RuleColumns,
  { measure: { kernels: names } }: PlotWords,
): ScatterMeasure {
  const [spread, { name, unit }] = [KERNELS[measure], names[measure]];
  return { name, unit, spread, format: FORMATS[spread], values: kernels[measure] };
}

/** Finds a measure of maps. */
export function findMapMeasure(
  measure: MapNumber,
  { averages }: RuleColumns,
  words: PlotWords,
): ScatterMeasure {
  const spread = MAPS[tellValues(measure)];
  const { name, unit } = words.measure.maps[measure];
  return { name, unit, spread, format: FORMATS[spread], values: averages[measure] };
}

/** Lists the measures of kernels that have values. */
export function listKernelMeasures({ kernels }: RuleColumns): readonly PlottedMeasure[] {
  return [...KERNEL_MEASURES, "bias" as const].filter((name) =>
    kernels[name].some((value) => value !== null)
  );
}

/** Lists the measures of maps that have values. */
export function listMapMeasures({ averages }: RuleColumns): readonly MapNumber[] {
  return MAP_NUMBERS.filter((name) => averages[name].some((value) => value !== null));
}
