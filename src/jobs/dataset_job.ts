import type { Job } from "../effects.ts";
import { createError, explainError } from "../reason/error.ts";
import { assembleColumns, type UnnamedColumns } from "../report/dataset/assemble_dataset.ts";
import type { LayerTally } from "../tally/layer_tally.ts";
import { type TallyColumns, unpackLayer } from "../tally/tally_columns.ts";

/** Reads what a tally tells of a layer. */
export const datasetJob: Job<TallyColumns, UnnamedColumns> = {
  name: "dataset",
  work: (columns) => Promise.resolve(assembleColumns(readLayer(columns))),
};

function readLayer(columns: TallyColumns): LayerTally {
  try {
    return unpackLayer(columns);
  } catch (cause) {
    throw createError(TypeError, { code: "tally-columns", text: explainError(cause) }, { cause });
  }
}
