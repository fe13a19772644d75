import { nameActivation } from "./activation_text.ts";
import { EDGE_COHERENCE } from "../analysis/kind/image_kernel_kind.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { KernelNumber } from "../analysis/kernel_study.ts";
import { EXPERIMENT_MEASURES, type ExperimentMeasure } from "../analysis/trial/experiments.ts";
import { TUNING_MEASURES, type TuningMeasure } from "../analysis/tuning/layer_tuning.ts";
import type { DatasetNumbers } from "../report/dataset/dataset_columns.ts";
import {
  DATASET_MEASURES,
  type DatasetMeasure,
  gatherDatasetNumbers,
} from "../report/dataset/dataset_measures.ts";
import type { KernelColumns, LayerReport } from "../report/layer_report.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { MeasureWords } from "../words/measure_section.ts";
import type { Words } from "../words/words.ts";
import type { LayerData } from "./layer_data.ts";
import {
  gatherMapNumbers,
  listMapNumbers,
  type MapNumber,
  type MapsOverPhotos,
} from "./map_numbers.ts";
import {
  DATASET_STYLES,
  EXPERIMENT_STYLES,
  findMapStyle,
  KERNEL_STYLES,
  type MeasureStyle,
  openMeasureFormat,
  TUNING_STYLES,
} from "./measure_formats.ts";

/**
 * A measure of kernels, of their maps averaged over the photos, of how these change, of what they do
 * on gratings, or in a dataset, with its values.
 */
export type MeasureColumn =
  & { readonly id: string; readonly values: Values }
  & (
    | { readonly of: "kernel"; readonly measure: KernelNumber }
    | { readonly of: "map"; readonly measure: MapNumber }
    | { readonly of: "experiment"; readonly measure: ExperimentMeasure }
    | { readonly of: "tuning"; readonly measure: TuningMeasure }
    | { readonly of: "dataset"; readonly measure: DatasetMeasure }
  );

const KERNEL_MEASURES = Object.keys(KERNEL_STYLES) as readonly KernelNumber[];

// In addresses and searches a mean and a deviation are the kernel's unless they say so.
const MAP_IDS: Partial<Record<MapNumber, string>> = { mean: "mapMean", std: "mapDeviation" };

// And angles are those of the weights.
const TUNING_IDS: Partial<Record<TuningMeasure, string>> = {
  orientation: "tunedOrientation",
  hue: "tunedHue",
};

// What is called alike is that of the weights, or of the photos of the report.
const DATASET_IDS: Partial<Record<DatasetMeasure, string>> = {
  mean: "datasetMean",
  deviation: "datasetDeviation",
  min: "datasetMin",
  max: "datasetMax",
  colour: "datasetColour",
  detail: "datasetDetail",
};

/** What is measured of a layer. */
interface MeasuredReport
  extends Pick<LayerReport, "kernels" | "experiments" | "tuning">, MapsOverPhotos {
  readonly dataset: DatasetNumbers | null;
}

/** Lists the measures of a layer of which at least one pair has a value, in the order of pages. */
export function listMeasureColumns(report: MeasuredReport | null): readonly MeasureColumn[] {
  return report === null ? [] : listAllColumns(report).filter(hasValues);
}

/** Tells whether any pair has a value. */
export function hasValues({ values }: Pick<MeasureColumn, "values">): boolean {
  return values.some((value) => value !== null);
}

/** Lists the measures of a layer in the order of pages, those too of which no pair has a value. */
export function listAllColumns(report: MeasuredReport): readonly MeasureColumn[] {
  const { kernels, experiments, tuning, dataset } = report;
  const maps = gatherMapNumbers(report);
  return [
    ...kernels
      ? KERNEL_MEASURES.map((measure): MeasureColumn => {
        return { id: measure, of: "kernel", measure, values: kernels[measure] };
      })
      : [],
    ...listMapNumbers(report).map((measure): MeasureColumn => {
      const id = identifyMeasure({ of: "map", measure });
      return { id, of: "map", measure, values: maps![measure] };
    }),
    ...experiments
      ? EXPERIMENT_MEASURES.map((measure): MeasureColumn => {
        return { id: measure, of: "experiment", measure, values: experiments[measure].mean };
      })
      : [],
    ...tuning
      ? TUNING_MEASURES.map((measure): MeasureColumn => {
        const id = identifyMeasure({ of: "tuning", measure });
        return { id, of: "tuning", measure, values: tuning[measure] };
      })
      : [],
    ...dataset ? listDatasetColumns(dataset) : [],
  ];
}

function listDatasetColumns(dataset: DatasetNumbers): readonly MeasureColumn[] {
  const numbers = gatherDatasetNumbers(dataset);
  return DATASET_MEASURES.map((measure) => {
    const id = identifyMeasure({ of: "dataset", measure });
    return { id, of: "dataset", measure, values: numbers[measure] };
  });
}

/** Says what stands for a measure in addresses, searches and explanations. */
export function identifyMeasure(
  { of, measure }: { readonly of: MeasureColumn["of"]; readonly measure: string },
): string {
  return OWN_IDS[of]?.[measure] ?? measure;
}

const OWN_IDS: Partial<Record<MeasureColumn["of"], Readonly<Record<string, string>>>> = {
  map: MAP_IDS,
  tuning: TUNING_IDS,
  dataset: DATASET_IDS,
};

/** Whether a measure is an angle, which has no largest and no smallest value. */
export function isAngle({ measure }: MeasureColumn): boolean {
  return measure === "orientation" || measure === "hue";
}

/** Finds for which kernels a measure of weights says little: an orientation where none leads the others. */
export function findDim(
  measure: string,
  { coherence, orientation }: Pick<KernelColumns, "coherence" | "orientation">,
): (k: number) => boolean {
  if (measure !== "orientation") return () => false;
  return (k) => (orientation[k] ?? null) !== null && (coherence[k] ?? 0) < EDGE_COHERENCE.at;
}

/** Reads a number from a column; null where it has no meaning there. */
export function readNumber(column: Values, k: number): number | null {
  return column[k] ?? null;
}

/** Finds the words of a measure, which may name what follows the convolution. */
export function findMeasureWords(
  column: Pick<MeasureColumn, "of" | "measure">,
  words: Words,
  layer: Pick<ReportLayer, "activation" | "added">,
): MeasureWords {
  const { of, measure } = column as MeasureColumn;
  if (of === "kernel") return words.measure.kernels[measure];
  if (of === "experiment") return words.measure.experiments[measure];
  if (of === "tuning") return words.measure.tuning[measure];
  if (of === "dataset") return words.measure.dataset[measure];
  const found = words.measure.maps[measure];
  if (measure !== "on") return found;
  return { ...found, name: words.measure.onAfter(nameActivation(layer, words)) };
}

/** Gives the names of the measures of a layer, by their ids. */
export function nameMeasures(
  { layer, measures }: Pick<LayerData, "layer" | "measures">,
  words: Words,
): ReadonlyMap<string, string> {
  return new Map(
    listMeasureColumns(measures).map((column) => {
      return [column.id, findMeasureWords(column, words, layer).name];
    }),
  );
}

/** Opens the format of the values of a measure, without its unit unless that is a sign. */
export function openFormat(column: MeasureColumn): (value: number) => string {
  return openMeasureFormat(findStyle(column), column.values);
}

function findStyle(column: MeasureColumn): MeasureStyle {
  switch (column.of) {
    case "kernel":
      return KERNEL_STYLES[column.measure];
    case "map":
      return findMapStyle(column.measure);
    case "experiment":
      return EXPERIMENT_STYLES[column.measure];
    case "tuning":
      return TUNING_STYLES[column.measure];
    case "dataset":
      return DATASET_STYLES[column.measure];
  }
}
