import { dot } from "../../tensor/dot.ts";
import { findCompleteRows } from "./complete_rows.ts";
import { toUnitRanks } from "./unit_ranks.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/** How two columns go together. */
export interface Correlation {
  /** From -1 to 1; null where it has no meaning. */
  readonly value: number | null;
  /** How many rows it comes from: those in which no column is null. */
  readonly n: number;
}

/**
 * Measures Spearman's rank correlation of two columns over the rows in which neither is null.
 *
 *     ρ = Pearson's r of the ranks, equal values sharing their average rank
 *
 * Null for fewer than three rows, and where a column is constant.
 */
export function spearman(x: Values, y: Values): Correlation {
  const rows = findCompleteRows([x, y]);
  if (rows.length <= 2) return { value: null, n: rows.length };
  const a = toUnitRanks(x, rows);
  const b = toUnitRanks(y, rows);
  const value = a && b ? Math.max(-1, Math.min(1, dot(a, b))) : null;
  return { value, n: rows.length };
}
