import type { PlannedModel } from "../plan/plan.ts";
import type { ModelFinding } from "../report/finding.ts";
import { drawKernels } from "./kernels.ts";
import { drawMaps } from "./maps.ts";
import type { Visit } from "./visit.ts";

/**
 * Draws and measures the kernels of a model's layers, then runs the model on
 * every photo, and draws and measures its maps. What fails is noted, and the
 * rest goes on.
 */
export async function visitModel(model: PlannedModel, visit: Visit): Promise<ModelFinding> {
  const kernels = await drawKernels(model, visit);
  const { inputs, maps } = await drawMaps(model, visit);
  return { inputs, layers: model.layers.map((_, i) => ({ ...kernels[i]!, ...maps[i]! })) };
}
