import { readSum } from "./exact_sums.ts";
import type { LayerTally } from "./layer_tally.ts";

/** How the finite values of a kernel's map are spread. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Measures the finite values of each kernel; null where it has none. */
export function measureMoments(tally: LayerTally): (Moments | null)[] {
  return Array.from({ length: tally.kernels }, (_, kernel) => measureKernel(tally, kernel));
}

function measureKernel(tally: LayerTally, kernel: number): Moments | null {
  const count = tally.cells - tally.nonFinite[kernel]!;
  if (count === 0) return null;
  const mean = readSum(tally.sums, kernel) / count;
  // Sums of equal values leave some digits of rounding.
  if (tally.largest[kernel] === tally.smallest[kernel]) return { mean, deviation: 0 };
  const variance = readSum(tally.squares, kernel) / count - mean * mean;
  return { mean, deviation: Math.sqrt(Math.max(0, variance)) };
}
