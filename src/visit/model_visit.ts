import { studyLayer } from "../analysis/layer_study.ts";
import { mergeTopCells } from "../analysis/top_cells.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { LayerFinding, ModelFinding } from "../report/finding.ts";
import { drawKernels } from "./kernels.ts";
import { drawMaps } from "./maps.ts";
import type { Visit } from "./visit.ts";

/**
 * Draws and measures the kernels of a model's layers, then runs the model on
 * every photo, draws and measures its maps, and studies what the two have to do
 * with each other. What fails is noted, and the rest goes on.
 */
export async function visitModel(model: PlannedModel, visit: Visit): Promise<ModelFinding> {
  const kernels = await drawKernels(model, visit);
  const { inputs, maps } = await drawMaps(model, visit);
  const layers = model.layers.map((_, i): LayerFinding => {
    const study = studyLayer(kernels[i]!.kernels, maps[i]!.maps);
    return { ...kernels[i]!, ...maps[i]!, study, exciting: mergeTopCells(maps[i]!.maps) };
  });
  return { inputs, layers };
}
