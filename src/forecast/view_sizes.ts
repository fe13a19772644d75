import { planComposed } from "../plan/composed_plan.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";

/** The dims of what lies in the photo's pixels, [kernels, colours, height, width]; null where nothing does. */
export interface ViewSizes {
  /** Kernels composed down to the pixels. */
  readonly composed: readonly number[] | null;
  /** How many pixels of the photo a composed kernel reads, before it is averaged. */
  readonly composedField: readonly number[];
  /** Activations projected back to the pixels. */
  readonly projected: readonly number[] | null;
}

/** Finds what lies in the pixels of a model's layers. */
export type FindViews = (model: PlannedModel) => ReadonlyMap<PlannedLayer, ViewSizes>;

/** Makes what finds the sizes of views: once for each model. */
export function createViewFinder(): FindViews {
  const known = new Map<PlannedModel, ReadonlyMap<PlannedLayer, ViewSizes>>();
  return (model) => {
    const views = known.get(model) ?? measureViews(model);
    known.set(model, views);
    return views;
  };
}

// The longest side of a projection, in pixels.
const LARGEST = 64;

function measureViews(model: PlannedModel): Map<PlannedLayer, ViewSizes> {
  const composed = planComposed(model);
  const colours = model.preprocess.recipe.mean.length;
  return new Map(model.layers.map((layer, i) => {
    const layout = (sides: readonly number[]): readonly number[] => [
      ...[layer.conv.shape?.outChannels ?? 0, colours],
      ...sides,
    ];
    const plan = composed[i] ?? null;
    const drawn = plan !== null && "drawn" in plan ? plan : null;
    const sides = layoutProjection(layer);
    return [layer, {
      composed: drawn && layout(drawn.drawn),
      composedField: drawn?.line.size ?? [0],
      projected: sides && layout(sides),
    }];
  }));
}

function layoutProjection({ conv, field }: PlannedLayer): readonly number[] | null {
  const line = field !== null && "line" in field ? field.line : null;
  if (conv.shape === null || line === null) return null;
  const scale = Math.min(1, LARGEST / Math.max(...line.size));
  return line.size.map((side) => Math.round(side * scale));
}
