import type { Effects } from "../effects.ts";
import type { Plan, PlannedModel } from "../plan/plan.ts";
import type { ModelFinding } from "../report/finding.ts";
import { drawKernels } from "./kernels.ts";
import { drawMaps } from "./maps.ts";

/** What goes along on a visit to a model. */
export interface Visit {
  readonly plan: Plan;
  readonly effects: Effects;
  /** Tells that a step begins. */
  step(doing: string): void;
  /** Notes something that could not be drawn. */
  fail(where: string, error: unknown): void;
}

/** Counts the steps of visiting every model of a plan. */
export function countSteps({ models, photos }: Plan): number {
  return models.reduce((sum, { layers }) => sum + layers.length + photos.length, 0);
}

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
