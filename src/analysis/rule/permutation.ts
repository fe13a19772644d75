import type { Relation } from "./relation.ts";
import { dot } from "../../tensor/dot.ts";
import { combineRows, type Strip } from "../../tensor/row/row_pairs.ts";
import { pairRanks, type RankPair } from "./correlation.ts";
import { drawOrders, type Orders } from "./orders.ts";
import { groupRelations } from "./relation_group.ts";
import { PERMUTATIONS } from "./p_value.ts";

/** How often columns are shuffled, and from where. */
export interface PermutationOptions {
  /**
   * At most.
   *
   * @default {10_000}
   */
  readonly permutations?: number;
  /** @default {1} */
  readonly seed?: number;
}

/**
 * Gives the two-sided p-value of Spearman's correlation for every relation: how often one as
 * strong comes up when the rows of y are shuffled against those of x.
 *
 *     p = (1 + #{shuffles : |ρ'| >= |ρ|}) / (1 + #shuffles)
 *
 * The shuffles are the pairs of a hundred orders of x with a hundred of y, so that the correlations
 * of a relation are a product of matrices. No more are made for a relation that 500 have reached, so
 * that a p of at most 0.05 is of all of them (Besag and Clifford, Biometrika 78, 1991). Its standard
 * error is √(p (1 − p) / #shuffles), of one above 0.05 a twentieth of it.
 *
 * With a column held fixed, what it leaves of the ranks of y is shuffled against what it leaves of
 * those of x, which is an approximation (Kennedy, Journal of Business & Economic Statistics 13,
 * 1995). The same shuffles serve all relations that have values in the same rows. Null where there
 * is no correlation.
 */
export function permutationP(
  relations: readonly Relation[],
  options: PermutationOptions = {},
): (number | null)[] {
  const { permutations = PERMUTATIONS, seed = 1 } = options;
  const p: (number | null)[] = relations.map(() => null);
  for (const { rows, ranks, members } of groupRelations(relations)) {
    const reorder = prepareOrders(drawOrders(rows.length, { pairs: permutations, seed }));
    for (const member of members) {
      const pair = pairRanks(relations[member]!, ranks, rows.length);
      if (pair === null) continue;
      const { reached, shuffles } = tallyShuffles(pair, reorder(pair), permutations);
      p[member] = (1 + reached) / (1 + shuffles);
    }
  }
  return p;
}

/** Two columns of ranks in all their orders, a row an order. */
interface Reordered {
  readonly orders: Orders;
  readonly x: Strip;
  readonly y: Strip;
}

// A column that is in several relations is put in its orders once.
function prepareOrders(orders: Orders): (pair: RankPair) => Reordered {
  const made = { x: new Map<Float64Array, Strip>(), y: new Map<Float64Array, Strip>() };
  const reorder = (ranks: Float64Array, side: "x" | "y"): Strip => {
    const strip = made[side].get(ranks) ?? layoutOrders(ranks, orders[side]);
    made[side].set(ranks, strip);
    return strip;
  };
  return ({ x, y }) => ({ orders, x: reorder(x, "x"), y: reorder(y, "y") });
}

function layoutOrders(ranks: Float64Array, orders: readonly Uint32Array[]): Strip {
  const { length } = ranks;
  const data = new Float32Array(orders.length * length);
  orders.forEach((order, k) => {
    for (let i = 0; i < length; i++) data[k * length + i] = ranks[order[i]!]!;
  });
  return { data, start: 0, stride: length, count: orders.length, length };
}

/** How many shuffles reached the size of a correlation, of how many. */
interface Tally {
  readonly reached: number;
  readonly shuffles: number;
}

// Of 10,000 shuffles so many make a p above 0.05, and tell one of more within a tenth or so.
const ENOUGH = 500;

// So many orders of x make 1,000 shuffles with a hundred of y, of which ENOUGH may reach it.
const FIRST_ORDERS = 10;

function tallyShuffles(pair: RankPair, { orders, x, y }: Reordered, most: number): Tally {
  const isReached = tellReached(pair, orders);
  let reached = 0;
  for (let from = 0, to = FIRST_ORDERS; from * y.count < most; from = to, to *= 2) {
    const first = from * y.count;
    const products = combineRows(takeRows(x, from, Math.min(to, x.count)), y, "product");
    const count = Math.min(products.length, most - first);
    for (let i = 0; i < count; i++) {
      if (isReached(products[i]!, first + i)) reached++;
      if (reached === ENOUGH) return { reached, shuffles: first + i + 1 };
    }
  }
  return { reached, shuffles: most };
}

function takeRows({ data, stride, length }: Strip, from: number, to: number): Strip {
  return { data, start: from * stride, stride, count: to - from, length };
}

// Shuffles that give the same correlation differ by rounding; others differ by far more.
const TIE = 1e-12;

// What single precision may make of a correlation; within it, it is found again in double.
const ROUGH = 1e-5;

function tellReached(pair: RankPair, orders: Orders): (found: number, shuffle: number) => boolean {
  const aim = Math.abs(dot(pair.x, pair.y)) - TIE;
  return (found, shuffle) => {
    const above = Math.abs(found) - aim;
    if (Math.abs(above) > ROUGH) return above > 0;
    return Math.abs(multiplyOrdered(pair, orders, shuffle)) >= aim;
  };
}

// The product of the columns in a pair of their orders.
function multiplyOrdered({ x, y }: RankPair, orders: Orders, pair: number): number {
  const own = orders.x[Math.floor(pair / orders.y.length)]!;
  const other = orders.y[pair % orders.y.length]!;
  let sum = 0;
  for (let i = 0; i < own.length; i++) sum += x[own[i]!]! * y[other[i]!]!;
  return sum;
}
