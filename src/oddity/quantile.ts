import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { quantileSorted } from "../tensor/d3_array.ts";

/** Finds a quantile of the values that are known, by default the median; null where none is. */
export function findQuantile(values: Values, share = 0.5): number | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  return known.length === 0 ? null : quantileSorted(known, share)!;
}
