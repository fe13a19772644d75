import { findCompleteRows } from "./complete_rows.ts";
import { rankRows } from "./ranks.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import type { Relation } from "./relation.ts";

/** What a column that is held fixed leaves of two others. */
export interface RankRest {
  /** In standard deviations of what is left; null in rows that are not compared. */
  readonly x: Values;
  readonly y: Values;
}

/**
 * Finds what a third column leaves of the ranks of two: their product's mean is Spearman's partial
 * correlation. Null where nothing is held fixed, or nothing is left.
 */
export function findRankRest({ x, y, fixed }: Relation): RankRest | null {
  if (fixed === null) return null;
  const rows = findCompleteRows([x, y, fixed]);
  const ranks = rankRows(rows);
  const [left, up] = [ranks.without(x, fixed), ranks.without(y, fixed)];
  if (left === null || up === null) return null;
  const spread = (rest: Float64Array): Values => {
    const column: (number | null)[] = x.map(() => null);
    rows.forEach((row, i) => column[row] = rest[i]! * Math.sqrt(rows.length));
    return column;
  };
  return { x: spread(left), y: spread(up) };
}
