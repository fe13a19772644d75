import type { PlannedLayer } from "../plan/plan.ts";

/** Counts the kernels of layers, each a pair with its map; those that no shape tells are none. */
export function countKernelPairs(layers: readonly PlannedLayer[]): number {
  return layers.reduce((sum, { conv }) => sum + (conv.shape?.outChannels ?? 0), 0);
}
