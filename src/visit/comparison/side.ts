import type { PlannedComparison, StagePair } from "../../plan/comparison_plan.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import type { LayerFinding, ModelFinding } from "../../report/finding.ts";
import type { Visited } from "../models_visit.ts";

/** A model that is compared, and what was found about it. */
export interface ModelSide {
  readonly model: PlannedModel;
  readonly finding: ModelFinding;
}

/** Two models that are compared. */
export interface ComparedSides {
  readonly a: ModelSide;
  readonly b: ModelSide;
}

/** A layer of a model that is compared. */
export interface LayerSide {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  readonly finding: LayerFinding;
}

/** Two layers that go together. */
export interface Twins {
  readonly a: LayerSide;
  readonly b: LayerSide;
  /** Which maps of them may be compared. */
  readonly stages: readonly StagePair[];
}

/** Finds both sides of a comparison; null where one was not drawn. */
export function findSides(
  { plan: { models }, findings }: Visited,
  { a, b }: PlannedComparison,
): ComparedSides | null {
  const find = (id: string): ModelSide | null => {
    const place = models.findIndex((model) => model.id === id);
    return place < 0 ? null : { model: models[place]!, finding: findings[place]! };
  };
  const [one, other] = [find(a), find(b)];
  return one && other && { a: one, b: other };
}

/** Lists the layers that go together, in the order of the plan. */
export function listTwins({ layers }: PlannedComparison, { a, b }: ComparedSides): Twins[] {
  const [findOne, findOther] = [indexLayers(a), indexLayers(b)];
  return layers.map((each) => {
    return { a: findOne(each.a), b: findOther(each.b), stages: each.stages };
  });
}

function indexLayers({ model, finding }: ModelSide): (id: string) => LayerSide {
  const sides = new Map(model.layers.map((layer, i) => {
    return [layer.id, { model, layer, finding: finding.layers[i]! }];
  }));
  return (id) => sides.get(id)!;
}
