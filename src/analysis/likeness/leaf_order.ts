import type { ClusterTree } from "./average_linkage.ts";

/** Lists the leaves of a tree from left to right. */
export function listLeaves(tree: ClusterTree): number[] {
  if (tree.kind === "leaf") return [tree.index];
  return [...listLeaves(tree.left), ...listLeaves(tree.right)];
}

/**
 * Orders the leaves of a tree so that the distances between neighbours sum to the least that
 * turning its branches can give.
 *
 *     M(v, i, j) = min over k, l of M(left, i, k) + d(k, l) + M(right, l, j)
 *
 * is the least sum over the leaves of v from i, first, to j, last. The minimum over k is kept while
 * l runs, so that the work is of the order of n³ in the worst case.
 *
 * @param distances The distances between the n leaves, symmetric, [n, n].
 * @see Bar-Joseph, Gifford and Jaakkola, Fast optimal leaf ordering for hierarchical clustering,
 *   Bioinformatics 17 (2001)
 */
export function orderLeaves(tree: ClusterTree, distances: Float64Array): number[] {
  const count = Math.sqrt(distances.length);
  const table: Table = { count, distances, sums: new Float64Array(distances.length) };
  const root = measureBranches(tree, table);
  if (root.halves === null) return root.leaves.slice();
  const [left, right] = root.halves;
  const ends = findLeast([left.leaves, right.leaves], ([i, j]) => table.sums[i * count + j]!);
  const order = trace(root, ends, table);
  return order[0]! <= order.at(-1)! ? order : order.reverse();
}

/** A tree whose leaves are listed at every branch. */
interface Branch {
  readonly leaves: readonly number[];
  readonly halves: readonly [Branch, Branch] | null;
}

interface Table {
  readonly count: number;
  readonly distances: Float64Array;
  /** M(v, i, j) at [i, j]; v is the only branch that holds i and j in different halves. */
  readonly sums: Float64Array;
}

// Fills the table from the leaves up.
function measureBranches(tree: ClusterTree, table: Table): Branch {
  if (tree.kind === "leaf") return { leaves: [tree.index], halves: null };
  const left = measureBranches(tree.left, table);
  const right = measureBranches(tree.right, table);
  for (const { outer, inner } of listSides(left)) {
    for (const i of outer) measureFrom(i, { inner, across: right }, table);
  }
  return { leaves: [...left.leaves, ...right.leaves], halves: [left, right] };
}

/** One way in which a branch can lie. */
interface Side {
  /** The leaves that can be first. */
  readonly outer: readonly number[];
  /** The leaves that can be last, then. */
  readonly inner: readonly number[];
}

function listSides({ leaves, halves }: Branch): Side[] {
  if (halves === null) return [{ outer: leaves, inner: leaves }];
  const [left, right] = [halves[0].leaves, halves[1].leaves];
  return [{ outer: left, inner: right }, { outer: right, inner: left }];
}

// Fills in the sums from leaf `i`, whose half ends in one of `inner`, to each leaf of the other half.
function measureFrom(
  i: number,
  { inner, across }: { readonly inner: readonly number[]; readonly across: Branch },
  { count, distances, sums }: Table,
): void {
  const reached = new Float64Array(count); // the least sum from i to a leaf beyond the gap
  for (const l of across.leaves) {
    reached[l] = findMin(inner, (k) => sums[i * count + k]! + distances[k * count + l]!);
  }
  for (const side of listSides(across)) {
    for (const j of side.outer) {
      const sum = findMin(side.inner, (l) => reached[l]! + sums[l * count + j]!);
      sums[i * count + j] = sum;
      sums[j * count + i] = sum;
    }
  }
}

function findMin(leaves: readonly number[], measure: (leaf: number) => number): number {
  let min = Infinity;
  for (const leaf of leaves) min = Math.min(min, measure(leaf));
  return min;
}

/** The leaves at both ends of a gap, or of a branch. */
type Ends = readonly [number, number];

// Goes back down the table: lists the leaves of a branch in the order that gave its sum.
function trace(branch: Branch, [i, j]: Ends, table: Table): number[] {
  if (branch.halves === null) return [i];
  const [one, other] = branch.halves;
  const [left, right] = one.leaves.includes(i) ? [one, other] : [other, one];
  const { count, distances, sums } = table;
  const [k, l] = findLeast(
    [listInner(left, i), listInner(right, j)],
    ([k, l]) => sums[i * count + k]! + distances[k * count + l]! + sums[l * count + j]!,
  );
  return [...trace(left, [i, k], table), ...trace(right, [l, j], table)];
}

function listInner(branch: Branch, end: number): readonly number[] {
  return listSides(branch).find(({ outer }) => outer.includes(end))!.inner;
}

// Finds the pair of leaves, one of each list, whose sum is least; the first of equals.
function findLeast(
  [firsts, lasts]: readonly [readonly number[], readonly number[]],
  measure: (ends: Ends) => number,
): Ends {
  let found: Ends = [firsts[0]!, lasts[0]!];
  let least = Infinity;
  for (const i of firsts) {
    for (const j of lasts) {
      const sum = measure([i, j]);
      if (sum < least) [found, least] = [[i, j], sum];
    }
  }
  return found;
}
