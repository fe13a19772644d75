import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";

/** The dims of what lies in the photo's pixels, [kernels, colours, height, width]; null where it is not. */
export interface ViewSizes {
  readonly composed: readonly number[] | null;
  readonly projected: readonly number[] | null;
}

const LARGEST = 64;

/** Finds the sizes of a layer's kernels composed down to the pixels, and of its projections. */
export function findViewSizes({ conv, field }: PlannedLayer, model: PlannedModel): ViewSizes {
  const line = field !== null && "line" in field ? field.line : null;
  if (conv.shape === null || line === null) return { composed: null, projected: null };
  const sides = line.size.map((side) => Math.min(side, LARGEST));
  const dims = [conv.shape.outChannels, model.preprocess.recipe.mean.length, ...sides];
  const fits = conv.readsInput === null && Math.max(...line.size) <= 128;
  return { composed: fits ? dims : null, projected: dims };
}
