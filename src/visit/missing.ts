import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { Visit } from "./visit.ts";

/** Notes as failures the layers whose maps cannot be drawn on any photo, one for each reason. */
export function tellMissing(
  model: PlannedModel,
  layers: readonly PlannedLayer[],
  { fail }: Pick<Visit, "fail">,
): void {
  const reasons = Map.groupBy(layers, ({ conv }) => conv.mapsMissing);
  for (const [reason, lacking] of reasons) {
    if (reason === null) continue;
    fail(nameLayers(model, lacking), new Error(`Cannot draw maps: ${reason}`), lacking);
  }
}

/** Names layers of a model as failures do. */
export function nameLayers({ name }: PlannedModel, layers: readonly PlannedLayer[]): string {
  return `${name}, ${layers.map(({ conv }) => conv.name).join(", ")}`;
}
