import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { DatasetNumbers } from "./dataset_columns.ts";

/** The numbers of a dataset that kernels are sorted, searched and compared by, in the order of pages. */
export const DATASET_MEASURES = [
  "onPhotos",
  "onCells",
  "mean",
  "deviation",
  "min",
  "max",
  "selectivity",
  "auc",
  "likest",
  "colour",
  "detail",
] as const;

/** A number of a dataset, one a kernel. */
export type DatasetMeasure = typeof DATASET_MEASURES[number];

/** Gathers the numbers of a dataset, a column each; nulls where one was not found out. */
export function gatherDatasetNumbers(
  dataset: DatasetNumbers,
): Readonly<Record<DatasetMeasure, Values>> {
  const { onPhotos, onCells, mean, deviation, min, max, labels, likeness, colour, detail } =
    dataset;
  const none = dataset.index.map(() => null);
  return {
    ...{ onPhotos, onCells, mean, deviation, min, max },
    selectivity: labels?.selectivity ?? none,
    auc: labels?.auc.map(([best]) => best ?? null) ?? none,
    likest: likeness?.correlation ?? none,
    colour: colour?.median ?? none,
    detail: detail?.median ?? none,
  };
}
