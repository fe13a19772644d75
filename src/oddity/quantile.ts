import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { quantile } from "../tensor/d3_array.ts";

/** Finds a quantile of the values that are known, by default the median; null where none is. */
export function findQuantile(values: Values, share = 0.5): number | null {
  return quantile(values, share) ?? null;
}
