import { rank } from "../../tensor/rank.ts";
import { toUnit } from "../../tensor/unit.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/** Ranks some rows of a column, centred and scaled to length 1; null where all are equal. */
export function toUnitRanks(
  column: Values,
  rows: readonly number[],
): Float64Array<ArrayBuffer> | null {
  return toUnit(rank(Float64Array.from(rows, (row) => column[row]!)));
}
