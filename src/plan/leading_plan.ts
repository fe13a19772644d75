import { hasPatterns } from "./picture_kind.ts";
import type { PlannedLayer } from "./plan.ts";

/**
 * Plans the patterns that lead in a layer's kernels, [kernels, colours, …space]; null where it has
 * none. Without colours of what it reads they turn out grey.
 */
export function planLeading({ conv }: Pick<PlannedLayer, "conv">): readonly number[] | null {
  const { kernels, shape, readsInput } = conv;
  if (kernels === null || shape === null) return null;
  const { dims } = kernels;
  if (!hasPatterns({ dims, readsInput, group: shape.group })) return null;
  const [count = 0, , ...space] = dims;
  return [count, 3, ...space];
}
