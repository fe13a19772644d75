import type { ClusterTree } from "./average_linkage.ts";
import { combineRows, type Strip } from "../../tensor/row/row_pairs.ts";

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
    count: leaves.length,
    steps: layoutSteps(distances, leaves),
    sums: new Float32Array(distances.length),
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

/** Facts of every two places, [count, count]. */
interface Table {
  readonly count: number;
  /** The distance between them, less the mean of all. */
  readonly steps: Float32Array;
  /** M(v, i, j) of the steps at [i, j]; v is the only branch that holds i and j in different halves. */
  readonly sums: Float32Array;
}

function layoutBranch(tree: ClusterTree, start: number): Branch {
  if (tree.kind === "leaf") return { start, end: start + 1, halves: null };
  const left = layoutBranch(tree.left, start);
  const right = layoutBranch(tree.right, left.end);
  return { start, end: right.end, halves: [left, right] };
}

// Leaves of a branch stand side by side then. All orders have as many steps, so that taking the same
// from each changes nothing but that the sums stay small, and keep their digits.
function layoutSteps(distances: Float32Array, leaves: readonly number[]): Float32Array {
  const places = Int32Array.from(leaves);
  const count = places.length;
  let sum = 0;
  for (let i = 0; i < distances.length; i++) sum += distances[i]!;
  const mean = sum / distances.length;
  const steps = new Float32Array(distances.length);
  for (let i = 0; i < count; i++) {
    const row = places[i]! * count;
    for (let j = 0; j < count; j++) steps[i * count + j] = distances[row + places[j]!]! - mean;
  }
  return steps;
}

// Fills the table from the leaves up.
function measureBranch({ halves }: Branch, table: Table): void {
  if (halves === null) return;
  const [left, right] = halves;
  measureBranch(left, table);
  measureBranch(right, table);
  for (const side of listSides(left)) measureAcross(side, right, table);
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

// Fills in the sums from each leaf that one half may begin with to each that the other may end with.
function measureAcross({ outer, inner }: Side, across: Branch, table: Table): void {
  const { steps, sums } = table;
  const [from, over] = [cut(sums, outer, inner, table), cut(steps, across, inner, table)];
  const reached = { // the least sums to the leaves beyond the gap
    data: combineRows(from, over, "least sum"),
    stride: across.end - across.start,
    count: outer.end - outer.start,
  };
  for (const side of listSides(across)) {
    const start = side.inner.start - across.start;
    const to = { ...reached, start, length: side.inner.end - side.inner.start };
    const beyond = cut(sums, side.outer, side.inner, table);
    const found = combineRows(to, beyond, "least sum");
    placeSums(found, { down: outer, across: side.outer }, table);
  }
}

// Rows and columns of a table.
function cut(data: Float32Array, rows: Run, columns: Run, { count }: Table): Strip {
  return {
    data,
    start: rows.start * count + columns.start,
    stride: count,
    count: rows.end - rows.start,
    length: columns.end - columns.start,
  };
}

function placeSums(
  found: Float32Array,
  { down, across }: { readonly down: Run; readonly across: Run },
  { count, sums }: Table,
): void {
  for (let i = down.start, at = 0; i < down.end; i++) {
    for (let j = across.start; j < across.end; j++, at++) {
      sums[i * count + j] = found[at]!;
      sums[j * count + i] = found[at]!;
    }
  }
}

/** The leaves at both ends of a gap, or of a branch. */
type Ends = readonly [number, number];

// Lists the leaves in the order that has the least sum of all.
function traceRoot([left, right]: readonly [Branch, Branch], table: Table): number[] {
  const { count, steps, sums } = table;
  const ends = Int32Array.from([...listEnds(left, table), ...listEnds(right, table)]);
  const toEnd = Float32Array.from(ends, (end, i) => sums[i * count + end]!);
  const [k, l] = findLeast(left, right, (k, l) => toEnd[k]! + steps[k * count + l]! + toEnd[l]!);
  return [...trace(left, [ends[k]!, k], table), ...trace(right, [l, ends[l]!], table)];
}

// For each leaf that a branch may begin with, the one that it then ends with at the least sum.
function listEnds(branch: Branch, { count, sums }: Table): number[] {
  return listSides(branch).flatMap(({ outer, inner }) =>
    Array.from({ length: outer.end - outer.start }, (_, i) => {
      const first = outer.start + i;
      const own = { start: first, end: first + 1 };
      return findLeast(own, inner, (_, last) => sums[first * count + last]!)[1];
    })
  );
}

// Goes back down the table: lists the leaves of a branch in the order that gave its sum.
function trace(branch: Branch, [i, j]: Ends, table: Table): number[] {
  if (branch.halves === null) return [i];
  const [one, other] = branch.halves;
  const [left, right] = i < one.end ? [one, other] : [other, one];
  const { count, steps, sums } = table;
  const [k, l] = findLeast(findInner(left, i), findInner(right, j), (k, l) => {
    return sums[i * count + k]! + steps[k * count + l]! + sums[l * count + j]!;
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
