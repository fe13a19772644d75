import type { ComposedMeasures } from "../../analysis/kernel/composed_measures.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import {
  EXPERIMENT_MEASURES,
  type ExperimentMeasure,
  type Experiments,
} from "../../analysis/trial/experiments.ts";
import { KERNEL_MEASURES, type KernelMeasure } from "../../analysis/rule/rule.ts";
import type { KernelColumns } from "../../report/layer_report.ts";
import type { RulePartWords, Words } from "../../words/words.ts";
import type { Spread } from "./axis.ts";
import { formatGain, formatNumber, formatShare } from "../format.ts";
import { MAP_NUMBERS, type MapNumber, type MapNumbers, tellValues } from "../map_numbers.ts";
import { identifyMeasure } from "../measure_columns.ts";
import { EXPERIMENT_STYLES, openMeasureFormat } from "../measure_formats.ts";
import type { ScatterColumn } from "./scatter_layout.ts";

/** A measure as an axis of a scatter. */
export interface ScatterMeasure extends ScatterColumn {
  /** What stands for it in the address of its explanation. */
  readonly id: string;
  readonly name: string;
  /** Its unit; null where it is a share or a plain number. */
  readonly unit: string | null;
  readonly format: (value: number) => string;
}

/** The words of a scatter, without those of the rest of a page. */
export type PlotWords = Pick<Words, "count" | "kind" | "measure"> & Pick<RulePartWords, "rule">;

/** The columns of a layer that has kernels and maps. */
export interface RuleColumns {
  readonly kernels: KernelColumns;
  /** Of kernels composed down to the pixels; null where there are none. */
  readonly composed: ComposedMeasures | null;
  readonly averages: MapNumbers;
  /** What trials tell of the maps; null where none were run. */
  readonly experiments: Experiments | null;
}

// Of kernels composed down to the pixels: what is a number, no angle.
const COMPOSED = [
  "dcGain",
  "lumaGain",
  "chroma",
  "centroid",
  "coherence",
  "bandwidth",
  "symmetry",
] as const;

type ComposedNumber = typeof COMPOSED[number];

/** A measure of kernels as they are: one of the rule's, or the bias. */
type OwnMeasure = KernelMeasure | "bias";

/** A measure of kernels that can be plotted: as they are, or composed down to the pixels. */
export type PlottedMeasure = OwnMeasure | `composed.${ComposedNumber}`;

/** A measure of maps that can be plotted: over the photos, or of what trials tell. */
export type PlottedMap = MapNumber | ExperimentMeasure;

const KERNELS: Readonly<Record<OwnMeasure, Spread>> = {
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

const EXPERIMENTS: Readonly<Record<ExperimentMeasure, Spread>> = {
  colourDependence: "share",
  colourLoss: "share",
  detailDependence: "share",
  detailLoss: "share",
  detailPeriod: "amount",
  coarseDependence: "share",
  coarseLoss: "share",
  mirrorSymmetry: "amount",
};

const FORMATS: Readonly<Record<Spread, (value: number) => string>> = {
  share: formatShare,
  gain: formatGain,
  amount: formatNumber,
};

/** Finds a measure of kernels. */
export function findKernelMeasure(
  measure: PlottedMeasure,
  { kernels, composed }: RuleColumns,
  { measure: { kernels: names }, rule: { plot } }: PlotWords,
): ScatterMeasure {
  const { isComposed, name: own } = readPlotted(measure);
  const [spread, { name, unit }] = [KERNELS[own], names[own]];
  const shown = { id: own, unit, spread, format: FORMATS[spread] };
  if (!isComposed) return { ...shown, name, values: kernels[own] };
  return { ...shown, name: plot.composed(name), values: composed?.[own] ?? [] };
}

/** A measure of kernels, and which kernels it is of. */
export type PlottedKernels =
  | { readonly isComposed: false; readonly name: OwnMeasure }
  | { readonly isComposed: true; readonly name: ComposedNumber };

/** Reads what a measure of kernels is. */
export function readPlotted(measure: PlottedMeasure): PlottedKernels {
  const composed = COMPOSED.find((name) => measure === `composed.${name}`);
  return composed === undefined
    ? { isComposed: false, name: measure as OwnMeasure }
    : { isComposed: true, name: composed };
}

/** Finds a measure of maps. */
export function findMapMeasure(
  measure: PlottedMap,
  { averages, experiments }: RuleColumns,
  words: PlotWords,
): ScatterMeasure {
  if (isExperiment(measure)) {
    const values = experiments?.[measure].mean ?? [];
    const { name, unit } = words.measure.experiments[measure];
    return {
      id: measure,
      name,
      unit,
      spread: EXPERIMENTS[measure],
      format: openMeasureFormat(EXPERIMENT_STYLES[measure], values),
      values,
    };
  }
  const spread = MAPS[tellValues(measure)];
  const { name, unit } = words.measure.maps[measure];
  const id = identifyMeasure({ of: "map", measure });
  return { id, name, unit, spread, format: FORMATS[spread], values: averages[measure] };
}

/** Lists the measures of kernels that have values. */
export function listKernelMeasures({ kernels, composed }: RuleColumns): readonly PlottedMeasure[] {
  const own = [...KERNEL_MEASURES, "bias" as const].filter((name) => hasAny(kernels[name]));
  const seen = COMPOSED.filter((name) => composed !== null && hasAny(composed[name]));
  return [...seen.map((name) => `composed.${name}` as const), ...own];
}

function hasAny(values: Values): boolean {
  return values.some((value) => value !== null);
}

function isExperiment(measure: PlottedMap): measure is ExperimentMeasure {
  return EXPERIMENT_MEASURES.some((name) => name === measure);
}

/** Lists the measures of maps that have values. */
export function listMapMeasures({ averages, experiments }: RuleColumns): readonly PlottedMap[] {
  return [
    ...MAP_NUMBERS.filter((name) => hasAny(averages[name])),
    ...EXPERIMENT_MEASURES.filter((name) => experiments !== null && hasAny(experiments[name].mean)),
  ];
}
