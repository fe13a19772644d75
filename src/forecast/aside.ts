import { listComparedStages } from "../plan/comparison_plan.ts";
import type { Plan } from "../plan/plan.ts";
import { countTensorBytes } from "../tensor/tensor.ts";
import type { Shapes } from "./shapes.ts";

/** Counts the bytes of the maps that wait until those of another model are compared with them. */
export function countAside(
  { comparisons, models, photos }: Plan,
  { findSizes }: Pick<Shapes, "findSizes">,
): number {
  let bytes = 0;
  for (const model of comparisons.length === 0 ? [] : models) {
    const stages = new Map(model.layers.map((layer) => [
      layer,
      listComparedStages(comparisons, { model: model.id, layer: layer.id }),
    ]));
    for (const photo of photos) {
      for (const [layer, sizes] of findSizes(model, photo)?.layers ?? []) {
        for (const stage of stages.get(layer)!) bytes += countTensorBytes(sizes[stage] ?? [0]);
      }
    }
  }
  return bytes;
}
