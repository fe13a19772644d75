import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { quantileSorted } from "../../tensor/d3_array.ts";

/** Where the middle of some numbers lies, and eight of ten around it. */
export interface MapSpread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Finds the spread of numbers, as NumPy's quantiles; null where none is known. */
export function findSpread(values: Values): MapSpread | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (part: number): number => quantileSorted(sorted, part)!;
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}
