import type { Job } from "../effects.ts";
import { assembleColumns, type UnnamedColumns } from "../report/dataset/assemble_dataset.ts";
import { type TallyColumns, unpackLayer } from "../tally/tally_columns.ts";

/** Reads what a tally tells of a layer. */
export const datasetJob: Job<TallyColumns, UnnamedColumns> = {
  name: "dataset",
  work: (columns) => Promise.resolve(assembleColumns(unpackLayer(columns))),
};
