import { rank } from "../../tensor/rank.ts";
import { toUnit } from "../../tensor/unit.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/**
 * Ranks some rows of a column, centred and scaled to length 1; null where all are equal. Numbers are
 * equal where single precision tells them no further: those that should be alike may differ in their
 * last bits, in which the logarithms of one runtime differ from another's.
 */
export function toUnitRanks(
  column: Values,
  rows: readonly number[],
): Float64Array<ArrayBuffer> | null {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = Math.fround(column[rows[i]!]!);
  return toUnit(rank(values));
}
