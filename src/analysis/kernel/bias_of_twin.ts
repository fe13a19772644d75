import type { Values } from "./kernel_measures.ts";

/** What tells whether a kernel and its duplicate have the same bias. */
export interface TwinColumns {
  readonly norm: Values;
  readonly bias: Values;
  readonly duplicateOf: Values;
}

// As far apart as the weights of duplicates may be.
const APART = 0.05;

/**
 * Whether a kernel has another bias than its duplicate, times the factor between their weights:
 * then behind an activation their maps are not the same up to a factor. False where a bias is not
 * known, or the kernel is no duplicate.
 */
export function hasOtherBias({ norm, bias, duplicateOf }: TwinColumns, k: number): boolean {
  const other = duplicateOf[k] ?? null;
  if (other === null) return false;
  const [own, twin] = [bias[k] ?? null, bias[other] ?? null];
  if (own === null || twin === null) return false;
  const same = twin * norm[k]! / norm[other]!;
  return Math.abs(own - same) > APART * Math.max(Math.abs(own), Math.abs(same));
}

/** Counts the duplicates of a layer that have another bias than the kernel they are like. */
export function countOtherBiases(columns: TwinColumns): number {
  return columns.duplicateOf.filter((_, k) => hasOtherBias(columns, k)).length;
}
