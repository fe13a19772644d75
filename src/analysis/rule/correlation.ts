import { dot } from "../../tensor/dot.ts";
import type { Ranks } from "./ranks.ts";
import type { Relation } from "./relation.ts";
import { groupRelations, listColumns } from "./relation_group.ts";
import type { Correlation } from "./spearman.ts";

/**
 * Measures the rank correlation of the columns of every relation, over the rows in which none is
 * null: Spearman's, or with a third column held fixed that of what it leaves of their ranks.
 *
 *     ρ(xy|z) = (ρ(xy) − ρ(xz) ρ(yz)) / √((1 − ρ(xz)²) (1 − ρ(yz)²))
 *
 * Null for fewer rows than one more than columns, where a column is constant, and where the third
 * one orders the rows as one of the others does.
 */
export function correlateRelations(relations: readonly Relation[]): Correlation[] {
  const found: Correlation[] = [];
  for (const { rows, ranks, members } of groupRelations(relations)) {
    for (const member of members) {
      const pair = pairRanks(relations[member]!, ranks, rows.length);
      const value = pair && Math.max(-1, Math.min(1, dot(pair.x, pair.y)));
      found[member] = { value, n: rows.length };
    }
  }
  return found;
}

/** What is left of the ranks of two columns, of length 1: their product is the correlation. */
export interface RankPair {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Pairs the ranks of a relation over some rows; null where it has no correlation. */
export function pairRanks(relation: Relation, ranks: Ranks, rows: number): RankPair | null {
  if (rows <= listColumns(relation).length) return null;
  const { fixed } = relation;
  const [x, y] = [relation.x, relation.y].map((column) =>
    fixed === null ? ranks.of(column) : ranks.without(column, fixed)
  );
  return x && y ? { x, y } : null;
}
