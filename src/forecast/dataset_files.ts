import { groupPatches, type PlannedDataset } from "../plan/dataset/dataset_plan.ts";
import { reckonTile } from "../plan/dataset/tile_budget.ts";
import { type PlannedTiles, planSheets } from "../plan/dataset/tile_files.ts";
import type { Plan } from "../plan/plan.ts";
import { BYTES, DATASET_ASSETS } from "./bytes.ts";
import { countKernelPairs } from "./kernel_pairs.ts";
import type { ExpectedFile } from "./report_file.ts";

/** Lists the files that a report has of a dataset: of its photos, as many as there are at most. */
export function* listDatasetFiles(
  { dataset, models }: Pick<Plan, "dataset" | "models">,
): Generator<ExpectedFile> {
  if (dataset === null) return;
  for (const layer of models.flatMap((model) => model.layers)) {
    if (!dataset.layers.has(layer.folder)) continue;
    const bytes = countKernelPairs([layer]) * BYTES.datasetPair;
    yield { kind: "measures", path: `${layer.folder}/dataset.js`, bytes };
  }
  for (const [path, bytes] of DATASET_ASSETS) yield { kind: "pages", path, bytes };
  yield* listPatchFiles(dataset);
}

function* listPatchFiles(dataset: PlannedDataset): Generator<ExpectedFile> {
  for (const alike of groupPatches(dataset)) {
    for (const { patches: { layers } } of alike) {
      for (const [folder, { strongest, middle }] of layers) {
        yield* listTiles(`${folder}/`, strongest);
        if (middle !== null) yield* listTiles(`${folder}/`, middle);
      }
    }
    const { folder, side, most } = alike[0].patches.photos;
    const { files } = planSheets(folder, side, most);
    yield* listTiles("", { files, tile: { width: side, height: side } });
  }
}

// Before the paths stands the way to them from the report's folder, empty or ending in `/`.
function* listTiles(
  base: string,
  { files, tile }: Pick<PlannedTiles, "files" | "tile">,
): Generator<ExpectedFile> {
  const pixels = tile.width * tile.height;
  for (const { file, width, height } of files) {
    const bytes = width * height / pixels * reckonTile(tile);
    yield { kind: "patches", path: `${base}${file}`, bytes };
  }
}
