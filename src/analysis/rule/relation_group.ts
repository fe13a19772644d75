import { findCompleteRows } from "./complete_rows.ts";
import { rankRows, type Ranks } from "./ranks.ts";
import type { Relation } from "./relation.ts";

/** The relations that have values in the same rows. */
export interface RelationGroup {
  readonly rows: readonly number[];
  readonly ranks: Ranks;
  /** Which of the relations they are. */
  readonly members: number[];
}

/** Groups relations by the rows in which none of their columns has a null. */
export function groupRelations(relations: readonly Relation[]): RelationGroup[] {
  const groups = new Map<string, RelationGroup>();
  const columns = new Set(relations.flatMap(listColumns));
  const gaps = new Map([...columns].map((column) => [column, findGaps(column)]));
  relations.forEach((relation, i) => {
    const own = listColumns(relation);
    const key = keyRows(relation.x.length, own.map((column) => gaps.get(column)!));
    if (!groups.has(key)) {
      const rows = findCompleteRows(own);
      groups.set(key, { rows, ranks: rankRows(rows), members: [] });
    }
    groups.get(key)!.members.push(i);
  });
  return [...groups.values()];
}

// Whole columns have no value in most layers, those of colour.
function keyRows(count: number, gaps: readonly (readonly number[])[]): string {
  if (gaps.some(({ length }) => length === count)) return "none";
  return [count, ...[...new Set(gaps.flat())].sort()].join();
}

/** Lists the columns of a relation, that which is held fixed last. */
export function listColumns({ x, y, fixed }: Relation): Relation["x"][] {
  return fixed === null ? [x, y] : [x, y, fixed];
}

function findGaps(column: Relation["x"]): number[] {
  const gaps: number[] = [];
  for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) gaps.push(i);
  return gaps;
}
