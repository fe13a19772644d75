import type { ClusterTree } from "./average_linkage.ts";

/** Lists the leaves of a tree from left to right. */
export function listLeaves(tree: ClusterTree): number[] {
  const leaves: number[] = [];
  const rest = [tree];
  while (rest.length > 0) {
    const next = rest.pop()!;
    if (next.kind === "leaf") leaves.push(next.index);
    else rest.push(next.right, next.left);
  }
  return leaves;
}

/**
 * Orders the leaves of a tree so that the distances between neighbours sum to the least that
 * turning its branches can give.
 *
 *     M(v, i, j) = min over k, l of M(left, i, k) + d(k, l) + M(right, l, j)
 *
 * is the least sum over the leaves of v from i, first, to j, last. The minimum over k is kept while
 * l runs, so that the work is of the order of n³ in the worst case. Of the whole tree only one pair
 * of ends is wanted, the best, and that is found among the least sums to k and from l: what would be
 * most of the work is left out.
 *
 * @param distances The distances between the n leaves, symmetric, [n, n].
 * @see Bar-Joseph, Gifford and Jaakkola, Fast optimal leaf ordering for hierarchical clustering,
 *   Bioinformatics 17 (2001)
 */
export function orderLeaves(tree: ClusterTree, distances: Float32Array): number[] {
  const leaves = listLeaves(tree);
  const root = layoutBranch(tree, 0);
  if (root.halves === null) return leaves;
  const table: Table = {
    steps: permute(distances, leaves),
    sums: leaves.map(() => new Float32Array(leaves.length)),
  };
  for (const half of root.halves) measureBranch(half, table);
  const order = traceRoot(root.halves, table).map((place) => leaves[place]!);
  return order[0]! <= order.at(-1)! ? order : order.reverse();
}

/** A branch of a tree: a run of its leaves, by their places from left to right. */
interface Branch extends Run {
  readonly halves: readonly [Branch, Branch] | null;
}

/** Places from `start` up to, not including, `end`. */
interface Run {
  readonly start: number;
  readonly end: number;
}

interface Table {
  /** The distance between two places, a row a place. */
  readonly steps: readonly Float32Array[];
  /** M(v, i, j) at [i][j]; v is the only branch that holds i and j in different halves. */
  readonly sums: readonly Float32Array[];
}

function layoutBranch(tree: ClusterTree, start: number): Branch {
  if (tree.kind === "leaf") return { start, end: start + 1, halves: null };
  const left = layoutBranch(tree.left, start);
  const right = layoutBranch(tree.right, left.end);
  return { start, end: right.end, halves: [left, right] };
}

// Leaves of a branch stand side by side then, and what is read of a row lies in one piece.
function permute(distances: Float32Array, leaves: readonly number[]): Float32Array[] {
  const order = Int32Array.from(leaves);
  return leaves.map((leaf) => {
    const row = distances.subarray(leaf * order.length, (leaf + 1) * order.length);
    const step = new Float32Array(order.length);
    for (let j = 0; j < step.length; j++) step[j] = row[order[j]!]!;
    return step;
  });
}

// Fills the table from the leaves up.
function measureBranch({ halves }: Branch, table: Table): void {
  if (halves === null) return;
  const [left, right] = halves;
  measureBranch(left, table);
  measureBranch(right, table);
  for (const { outer, inner } of listSides(left)) {
    for (let i = outer.start; i < outer.end; i++) measureFrom(i, { inner, across: right }, table);
  }
}

/** One way in which a branch can lie. */
interface Side {
  /** The leaves that can be first. */
  readonly outer: Run;
  /** The leaves that can be last, then. */
  readonly inner: Run;
}

function listSides(branch: Branch): Side[] {
  if (branch.halves === null) return [{ outer: branch, inner: branch }];
  const [left, right] = branch.halves;
  return [{ outer: left, inner: right }, { outer: right, inner: left }];
}

// Fills in the sums from leaf `i`, whose half ends in one of `inner`, to each leaf of the other half.
function measureFrom(
  i: number,
  { inner, across }: { readonly inner: Run; readonly across: Branch },
  { steps, sums }: Table,
): void {
  const from = sums[i]!;
  const reached = new Float32Array(from.length); // the least sum from i to a leaf beyond the gap
  for (let l = across.start; l < across.end; l++) {
    reached[l] = findLeastSum(from, steps[l]!, inner);
  }
  for (const { outer, inner } of listSides(across)) {
    for (let j = outer.start; j < outer.end; j++) {
      from[j] = findLeastSum(reached, sums[j]!, inner);
      sums[j]![i] = from[j]!;
    }
  }
}

// min over the run of a + b
function findLeastSum(a: Float32Array, b: Float32Array, { start, end }: Run): number {
  let [even, odd] = [Infinity, Infinity]; // two, as each comparison waits for the one before
  const pairs = end - (end - start) % 2;
  for (let k = start; k < pairs; k += 2) {
    const [one, other] = [a[k]! + b[k]!, a[k + 1]! + b[k + 1]!];
    if (one < even) even = one;
    if (other < odd) odd = other;
  }
  if (pairs < end) odd = Math.min(odd, a[pairs]! + b[pairs]!);
  return Math.min(even, odd);
}

/** The leaves at both ends of a gap, or of a branch. */
type Ends = readonly [number, number];

// Lists the leaves in the order that has the least sum of all.
function traceRoot([left, right]: readonly [Branch, Branch], table: Table): number[] {
  const [to, from] = [listNearestEnds(left, table), listNearestEnds(right, table)];
  const { steps, sums } = table;
  const [k, l] = findLeast(left, right, (k, l) => {
    return sums[k]![to.get(k)!]! + steps[k]![l]! + sums[l]![from.get(l)!]!;
  });
  return [...trace(left, [to.get(k)!, k], table), ...trace(right, [l, from.get(l)!], table)];
}

// For each leaf that a branch may begin with, the one that it then ends with at the least sum.
function listNearestEnds(branch: Branch, { sums }: Table): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { outer, inner } of listSides(branch)) {
    for (let k = outer.start; k < outer.end; k++) {
      const [, end] = findLeast({ start: k, end: k + 1 }, inner, (_, i) => sums[k]![i]!);
      ends.set(k, end);
    }
  }
  return ends;
}

// Goes back down the table: lists the leaves of a branch in the order that gave its sum.
function trace(branch: Branch, [i, j]: Ends, table: Table): number[] {
  if (branch.halves === null) return [i];
  const [one, other] = branch.halves;
  const [left, right] = i < one.end ? [one, other] : [other, one];
  const { steps, sums } = table;
  const [k, l] = findLeast(findInner(left, i), findInner(right, j), (k, l) => {
    return sums[i]![k]! + steps[k]![l]! + sums[l]![j]!;
  });
  return [...trace(left, [i, k], table), ...trace(right, [l, j], table)];
}

function findInner(branch: Branch, end: number): Run {
  return listSides(branch).find(({ outer }) => outer.start <= end && end < outer.end)!.inner;
}

// Finds the pair of places, one of each run, whose sum is least; the first of equals.
function findLeast(firsts: Run, lasts: Run, measure: (k: number, l: number) => number): Ends {
  let found: Ends = [firsts.start, lasts.start];
  let least = Infinity;
  for (let k = firsts.start; k < firsts.end; k++) {
    for (let l = lasts.start; l < lasts.end; l++) {
      const sum = measure(k, l);
      if (sum < least) [found, least] = [[k, l], sum];
    }
  }
  return found;
}
