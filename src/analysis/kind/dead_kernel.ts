import { quantileSorted } from "../../tensor/d3_array.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import type { Threshold } from "./threshold.ts";

/** The share of the layer's median norm below which a kernel is dead. */
export const DEAD_NORM: Threshold = { at: 1e-3, doubt: 1e-3 };

/** Gives the norm of every kernel as a share of the layer's median; 0 where all are 0. */
export function shareOfMedian(norm: Values): Values {
  const sorted = [...Float64Array.from(norm.filter((each) => each !== null)).sort()];
  const median = quantileSorted(sorted, 0.5) ?? 0;
  return norm.map((each) => each === null || each === 0 ? each : each / median);
}
