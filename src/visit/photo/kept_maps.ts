import { listComparedStages, type MapStage } from "../../plan/comparison_plan.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import type { MapsFinding } from "../../report/finding.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { Visit } from "../visit.ts";

/** Takes those maps of a layer out of memory that will be compared with another model's. */
export function keepCompared(
  taken: Readonly<Record<MapStage, Tensor | null>>,
  { id }: PlannedLayer,
  model: PlannedModel,
  { plan, effects: { output } }: Visit,
): MapsFinding["kept"] {
  const stages = listComparedStages(plan.comparisons, { model: model.id, layer: id });
  return Object.fromEntries(stages.flatMap((stage) => {
    const maps = taken[stage];
    return maps === null ? [] : [[stage, output.setAside(maps.data)]];
  }));
}
