import type { Plan, PlannedLayer, PlannedModel } from "../plan/plan.ts";

/** Counts the steps of visiting every model of a plan. */
export function countSteps(plan: Plan): number {
  return plan.models.reduce((sum, model) => sum + countModelSteps(model, plan), 0);
}

/**
 * Counts the steps of visiting a model: one for the kernels of each layer, one for each photo that
 * it runs on, and one for each layer whose activations are projected back.
 */
export function countModelSteps({ layers }: PlannedModel, plan: Plan): number {
  const runs = layers.some(({ conv }) => conv.tap !== null) ? plan.photos.length : 0;
  return layers.length + runs + layers.filter((layer) => isProjected(layer, plan)).length;
}

/** Tells whether the activations of a layer are to be projected back to the pixels. */
export function isProjected(
  { conv }: PlannedLayer,
  { photos, projections }: Pick<Plan, "photos" | "projections">,
): boolean {
  return projections && photos.length > 0 && conv.tap !== null;
}
