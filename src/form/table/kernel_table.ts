import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { EXPERIMENT_MEASURES } from "../../analysis/trial/experiments.ts";
import { TUNING_MEASURES } from "../../analysis/tuning/layer_tuning.ts";
import { LAYER_DIGITS } from "../../report/layer_digits.ts";
import { COMPOSED_SCHEMA, KERNELS_SCHEMA } from "../../report/schema/kernels_schema.ts";
import { CLASSES_SCHEMA } from "../../report/schema/classes_schema.ts";
import { ACTIVITY_SCHEMA, AVERAGES_SCHEMA } from "../../report/schema/maps_schema.ts";
import type { LayerExperiments, LayerReport } from "../../report/layer_report.ts";
import { DATASET_COUNTS, DATASET_FINDS, takeFinds } from "./dataset_measures.ts";
import { listMeasures, readMeasures, type TableMeasure } from "./measure_columns.ts";
import type { Table, TableRows } from "./table.ts";

const OWN = listMeasures(KERNELS_SCHEMA);
const CLASSES = listMeasures(CLASSES_SCHEMA, "classes_");
const COMPOSED = listMeasures(COMPOSED_SCHEMA, "composed_");
const AVERAGES = listMeasures(AVERAGES_SCHEMA, "averages_");
const ACTIVITY = listMeasures(ACTIVITY_SCHEMA, "activity_");
const FAMILY: TableMeasure = { name: "family", kind: "whole", full: false, measure: "of" };
const EXPERIMENTS = EXPERIMENT_MEASURES.map((measure): TableMeasure => {
  return { name: `experiments_${measure}`, kind: "number", full: false, measure };
});
const TUNING: readonly TableMeasure[] = [
  ...TUNING_MEASURES.map((measure): TableMeasure => {
    return { name: `tuning_${measure}`, kind: "number", full: false, measure };
  }),
  { name: "tuning_opponent", kind: "flag", full: false, measure: "opponent" },
];
const FLAGS = ["dead", "constant", "nonFinite", "onPadding"].map(nameFlag);

/** A row a kernel: its measures, and those of its maps over all photos. */
export const KERNEL_TABLE: Table = {
  stem: "kernels",
  columns: [
    { name: "model", kind: "text", full: true },
    { name: "layer", kind: "text", full: true },
    { name: "index", kind: "whole", full: true },
    ...OWN,
    ...CLASSES,
    ...COMPOSED,
    ...AVERAGES,
    ...ACTIVITY,
    FAMILY,
    ...EXPERIMENTS,
    ...TUNING,
    ...FLAGS,
    ...DATASET_COUNTS,
    ...DATASET_FINDS,
  ],
  gather: gatherKernels,
};

function nameFlag(measure: string): TableMeasure {
  return { name: `maps_${measure}`, kind: "flag", full: false, measure };
}

function* gatherKernels(layer: LayerReport): Generator<TableRows> {
  const { model, layer: id, kernels, classes, composed, averages, activity, families, dataset } =
    layer;
  const found = dataset && takeFinds(dataset);
  const means = layer.experiments && meansOf(layer.experiments);
  const index = kernels?.index ?? averages?.index ?? [];
  const count = index.length;
  if (count === 0) return;
  yield [
    index.map(() => model),
    index.map(() => id),
    index,
    ...readMeasures(OWN, kernels, { count }),
    ...readMeasures(CLASSES, classes, { count, most: LAYER_DIGITS.classes }),
    ...readMeasures(COMPOSED, composed, { count, most: LAYER_DIGITS.composed }),
    ...readMeasures(AVERAGES, averages, { count }),
    ...readMeasures(ACTIVITY, activity, { count }),
    ...readMeasures([FAMILY], families, { count }),
    ...readMeasures(EXPERIMENTS, means, { count }),
    ...readMeasures(TUNING, layer.tuning, { count, most: LAYER_DIGITS.tuning }),
    ...readMeasures(FLAGS, flagRows(layer, index), { count }),
    ...readMeasures(DATASET_COUNTS, dataset, { count }),
    ...readMeasures(DATASET_FINDS, found, { count, most: LAYER_DIGITS.quantiles }),
  ];
}

function meansOf(experiments: LayerExperiments): Readonly<Record<string, Values>> {
  return Object.fromEntries(EXPERIMENT_MEASURES.map((name) => [name, experiments[name].mean]));
}

// Where the channels are listed of which something is so, a row says whether it is so of its own.
function flagRows(
  { condition, onPadding }: LayerReport,
  index: readonly number[],
): Readonly<Record<string, readonly boolean[]>> {
  const lists = Object.entries({ ...condition, onPadding });
  return Object.fromEntries(lists.flatMap(([name, channels]) => {
    const listed = new Set(channels);
    return channels === null ? [] : [[name, index.map((k) => listed.has(k))]];
  }));
}
