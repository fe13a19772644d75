import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { quantileSorted } from "../../tensor/d3_array.ts";

/** Where the middle of a number of maps lies, half of them around it, and of how many it is known. */
export interface MapQuartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly maps: number;
}

/** Finds the quartiles of a number of maps, as NumPy's quantiles; null where it is known of none. */
export function findQuartiles(values: Values | null): MapQuartiles | null {
  const sorted = (values ?? []).filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (part: number): number => quantileSorted(sorted, part)!;
  return { low: at(0.25), median: at(0.5), high: at(0.75), maps: sorted.length };
}
