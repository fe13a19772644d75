import type { Relation } from "./relation.ts";
import { dot } from "../../tensor/dot.ts";
import { findCompleteRows } from "./complete_rows.ts";
import { createRandom, type Random } from "./random.ts";
import { layoutRankTable, type MovingColumn, type RankTable, type Sum } from "./rank_table.ts";
import { PERMUTATIONS } from "./p_value.ts";
import { shuffle } from "./shuffle.ts";

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
 * No more are made for a relation that 500 have reached, so that a p of at most 0.05 is of all of
 * them (Besag and Clifford, Biometrika 78, 1991).
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
  for (const { rows, members } of groupByRows(relations)) {
    const own = members.map((member) => relations[member]!);
    const tallies = tallyShuffles(own, rows, { permutations, random: createRandom(seed) });
    tallies.forEach((tally, i) => {
      if (tally !== null) p[members[i]!] = (1 + tally.reached) / (1 + tally.shuffles);
    });
  }
  return p;
}

/** The relations that have values in the same rows. */
interface Group {
  readonly rows: readonly number[];
  readonly members: number[];
}

function groupByRows(relations: readonly Relation[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  relations.forEach(({ x, y, fixed }, i) => {
    const columns = fixed === null ? [x, y] : [x, y, fixed];
    const rows = findCompleteRows(columns);
    if (rows.length <= columns.length) return; // as few have no correlation
    const key = rows.join();
    if (!groups.has(key)) groups.set(key, { rows, members: [] });
    groups.get(key)!.members.push(i);
  });
  return groups.values();
}

// Shuffles that give the same correlation differ by rounding; others differ by far more.
const TIE = 1e-12;

// Of 10,000 shuffles so many make a p above 0.05, and tell one of more within a tenth or so.
const ENOUGH = 500;

/** How many shuffles reached the size of a correlation, of how many. */
interface Tally {
  readonly aim: number;
  reached: number;
  shuffles: number;
}

// For every relation; null where there is no correlation.
function tallyShuffles(
  relations: readonly Relation[],
  rows: readonly number[],
  { permutations, random }: { readonly permutations: number; readonly random: Random },
): readonly (Tally | null)[] {
  const order = Uint32Array.from(rows.keys());
  const tallies = startTallies(layoutRankTable(relations, rows), order);
  const isOpen = (_: unknown, i: number): boolean => tallies[i] !== null && !isEnough(tallies[i]!);
  for (let from = 0, to = ENOUGH; from < permutations; from = to, to *= 2) {
    const open = tallies.filter(isOpen) as Tally[];
    if (open.length === 0) break;
    const table = layoutRankTable(relations.filter(isOpen), rows);
    const products = allocateProducts(table);
    for (let i = from; i < Math.min(to, permutations); i++) {
      shuffle(order, random);
      multiplyRanks(table.moving, order, products);
      open.forEach((tally, k) => count(tally, table.sums[k]!, products));
    }
  }
  return tallies;
}

function startTallies(table: RankTable, order: Uint32Array): (Tally | null)[] {
  const products = allocateProducts(table);
  multiplyRanks(table.moving, order, products);
  return table.sums.map((sum) =>
    sum && { aim: Math.abs(addUp(sum, products)) - TIE, reached: 0, shuffles: 0 }
  );
}

function allocateProducts({ moving }: RankTable): readonly Float64Array[] {
  return moving.map(({ still }) => new Float64Array(still.length));
}

function count(tally: Tally, sum: Sum, products: readonly Float64Array[]): void {
  if (isEnough(tally)) return;
  tally.shuffles++;
  if (Math.abs(addUp(sum, products)) >= tally.aim) tally.reached++;
}

function isEnough({ reached }: Tally): boolean {
  return reached === ENOUGH;
}

// Fills products[moving][still] with moving · still, the rows of moving in the given order.
function multiplyRanks(
  moving: readonly MovingColumn[],
  order: Uint32Array,
  products: readonly Float64Array[],
): void {
  const moved = new Float64Array(order.length);
  moving.forEach(({ ranks, still }, m) => {
    for (let i = 0; i < order.length; i++) moved[i] = ranks[order[i]!]!;
    const target = products[m]!;
    const fours = still.length - still.length % 4;
    for (let s = 0; s < fours; s += 4) multiplyFour(still, s, { moved, target });
    for (let s = fours; s < still.length; s++) target[s] = dot(still[s]!, moved);
  });
}

// Four columns at a time, so that each number that was moved is read once for all of them.
function multiplyFour(
  still: readonly Float64Array[],
  first: number,
  { moved, target }: { readonly moved: Float64Array; readonly target: Float64Array },
): void {
  const [a, b, c, d] = [still[first]!, still[first + 1]!, still[first + 2]!, still[first + 3]!];
  let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
  for (let i = 0; i < moved.length; i++) {
    const value = moved[i]!;
    ofA += a[i]! * value;
    ofB += b[i]! * value;
    ofC += c[i]! * value;
    ofD += d[i]! * value;
  }
  target[first] = ofA;
  target[first + 1] = ofB;
  target[first + 2] = ofC;
  target[first + 3] = ofD;
}

function addUp(sum: Sum, products: readonly Float64Array[]): number {
  let total = 0;
  for (let i = 0; i < sum.length; i++) {
    const { moving, still, weight } = sum[i]!;
    total += weight * products[moving]![still]!;
  }
  return total;
}
