import { dot } from "../../tensor/dot.ts";
import { toUnitRanks } from "./unit_ranks.ts";
import type { Values } from "../kernel/kernel_measures.ts";
import { scaleRests } from "./partial_spearman.ts";
import type { Relation } from "./relation.ts";

/** Columns of ranks, each centred and of length 1, and the correlations that they make. */
export interface RankTable {
  /** The columns that are shuffled. */
  readonly moving: readonly MovingColumn[];
  /** The correlation of each relation; null where it has none. */
  readonly sums: readonly (Sum | null)[];
}

/** A column of ranks that is shuffled against others. */
export interface MovingColumn {
  readonly ranks: Float64Array;
  readonly still: readonly Float64Array[];
}

/** A correlation: Σ weight · (moving · still), with the places of both. */
export type Sum = readonly {
  readonly moving: number;
  readonly still: number;
  readonly weight: number;
}[];

/** Lays out the ranks of some rows for relations that have values in all of them. */
export function layoutRankTable(
  relations: readonly Relation[],
  rows: readonly number[],
): RankTable {
  const columns = new Set(relations.flatMap(({ x, y, fixed }) => fixed ? [x, y, fixed] : [x, y]));
  const ranks = new Map([...columns].map((column) => [column, toUnitRanks(column, rows)]));
  const sums = relations.map((relation) => multiplyOut(relation, ranks));
  const moving = groupProducts(sums.flatMap((sum) => sum ?? []));
  const places = new Map(moving.map((column, place) => [column.ranks, place]));
  const findPlaces = ({ left, right, weight }: Product): Sum[number] => {
    const place = places.get(right)!;
    return { moving: place, still: moving[place]!.still.indexOf(left), weight };
  };
  return { moving, sums: sums.map((sum) => sum && sum.map(findPlaces)) };
}

function groupProducts(products: readonly Product[]): MovingColumn[] {
  const stills = new Map<Float64Array, Set<Float64Array>>();
  for (const { left, right } of products) {
    stills.set(right, (stills.get(right) ?? new Set()).add(left));
  }
  return [...stills].map(([ranks, still]) => ({ ranks, still: [...still] }));
}

/** weight · (left · right), where the right one is shuffled. */
interface Product {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly weight: number;
}

// With z held fixed: scale · (x − ρ(xz) z) · (y − ρ(yz) z)
function multiplyOut(
  { x, y, fixed }: Relation,
  ranks: ReadonlyMap<Values, Float64Array | null>,
): readonly Product[] | null {
  const [a, b, c] = [x, y, fixed].map((column) => column && ranks.get(column));
  if (!a || !b) return null;
  if (fixed === null) return [{ left: a, right: b, weight: 1 }];
  if (!c) return null;
  const [xz, yz] = [dot(a, c), dot(b, c)];
  const scale = scaleRests(xz, yz);
  if (scale === null) return null;
  return [
    { left: a, right: b, weight: scale },
    { left: a, right: c, weight: -scale * yz },
    { left: c, right: b, weight: -scale * xz },
    { left: c, right: c, weight: scale * xz * yz },
  ];
}
