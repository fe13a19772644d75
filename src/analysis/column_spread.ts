import { maxIndex, quantileSorted } from "../tensor/d3_array.ts";
import type { Values } from "./kernel/kernel_measures.ts";

/** Where the numbers of a column lie; null where none is known. */
export interface ColumnSpread {
  /** What a tenth of them is below. */
  readonly low: number | null;
  readonly median: number | null;
  /** What a tenth of them is above. */
  readonly high: number | null;
}

/** Measures where the known numbers of a column lie. */
export function measureColumnSpread(values: Values): ColumnSpread {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (part: number): number | null => quantileSorted(sorted, part) ?? null;
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}

/** Finds the place of the largest known number, of equal ones the first; null where none is known. */
export function findWorst(values: Values): number | null {
  const place = maxIndex(values);
  return place < 0 ? null : place;
}
