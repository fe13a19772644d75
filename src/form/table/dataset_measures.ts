import { QUANTILE_SHARES } from "../../report/dataset/assemble_dataset.ts";
import type { DatasetColumns } from "../../report/dataset/dataset_columns.ts";
import { gatherDatasetNumbers } from "../../report/dataset/dataset_measures.ts";
import { DATASET_SCHEMA } from "../../report/schema/dataset_schema.ts";
import { listMeasures, type TableMeasure } from "./measure_columns.ts";
import type { TableCell } from "./table.ts";

const PREFIX = "dataset_";

// Of what has several values a kernel, or is one of a group, what a row has.
const FOUND: readonly (readonly [name: string, kind: TableMeasure["kind"]])[] = [
  ...QUANTILE_SHARES.map((share) => [nameQuantile(share), "number"] as const),
  ["selectivity", "number"],
  ["label", "whole"],
  ["auc", "number"],
  ["likest", "whole"],
  ["likestCorrelation", "number"],
  ["colourDependence", "number"],
  ["detailDependence", "number"],
];

/** What is counted of a kernel in a dataset. */
export const DATASET_COUNTS: readonly TableMeasure[] = listMeasures(DATASET_SCHEMA, PREFIX);

/** What is found in that, with as many digits as `quantiles` have. */
export const DATASET_FINDS: readonly TableMeasure[] = FOUND.map(([measure, kind]) => {
  return { name: `${PREFIX}${measure}`, kind, full: false, measure };
});

function nameQuantile(share: number): string {
  return `q${String(share).slice("0.".length).padEnd(2, "0")}`;
}

/** Takes what was found out of the columns of a layer. */
export function takeFinds(
  dataset: DatasetColumns,
): Readonly<Record<string, readonly TableCell[]>> {
  const { labels, likeness, quantiles } = dataset;
  const { selectivity, auc, likest, colour, detail } = gatherDatasetNumbers(dataset);
  return {
    ...Object.fromEntries(quantiles.map(({ share, value }) => [nameQuantile(share), value])),
    selectivity,
    label: labels?.label.map(([best = null]) => best) ?? [],
    auc,
    likest: likeness?.kernel ?? [],
    likestCorrelation: likest,
    colourDependence: colour,
    detailDependence: detail,
  };
}
