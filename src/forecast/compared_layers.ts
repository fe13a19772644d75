import type { PlannedComparison } from "../plan/comparison_plan.ts";
import type { Plan, PlannedLayer, PlannedModel } from "../plan/plan.ts";

/** The model that another is compared with, and those of its layers that go with one of the other's. */
export interface ComparedLayers {
  readonly model: PlannedModel;
  readonly layers: readonly PlannedLayer[];
}

/** Finds the layers that are compared, as the model has them that the other is compared with. */
export function findComparedLayers(
  { a, layers }: PlannedComparison,
  { models }: Pick<Plan, "models">,
): ComparedLayers {
  const model = models.find(({ id }) => id === a)!;
  const compared = new Set(layers.map((twins) => twins.a));
  return { model, layers: model.layers.filter(({ id }) => compared.has(id)) };
}
