import type { Values } from "../kernel/kernel_measures.ts";
import type { Threshold } from "./threshold.ts";

/** The share of the layer's median norm below which a kernel is dead. */
export const DEAD_NORM: Threshold = { at: 1e-3, doubt: 1e-3 };

/** Gives the norm of every kernel as a share of the layer's median; 0 where all are 0. */
export function shareOfMedian(norm: Values): Values {
  const median = findMedian(norm.filter((each) => each !== null));
  return norm.map((each) => each === null || each === 0 ? each : each / median);
}

function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
