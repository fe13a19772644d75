/** A tree of clusters; its leaves are the things that were clustered, by index. */
export type ClusterTree =
  | { readonly kind: "leaf"; readonly index: number }
  | {
    readonly kind: "branch";
    readonly left: ClusterTree;
    readonly right: ClusterTree;
    /** The mean distance between the two halves. */
    readonly height: number;
  };

/**
 * Clusters things by average linkage (UPGMA), along chains of nearest neighbours.
 *
 *     d(A, B) = mean of d(a, b) over a in A and b in B
 *
 * A chain goes from a cluster to its nearest, and on, until two are each other's nearest; these
 * merge, and the chain goes on from what is left of it. So the work is of the order of n².
 *
 * @param distances The distances between n things, symmetric, [n, n].
 * @see Müllner, Modern hierarchical, agglomerative clustering algorithms, arXiv 1109.2378
 */
export function linkAverage(distances: Float32Array, count: number): ClusterTree {
  if (!(count >= 1)) throw new RangeError(`Cannot cluster ${count} things: expected 1 or more`);
  const clusters: Clusters = {
    count,
    distances: distances.slice(),
    sizes: new Int32Array(count).fill(1),
    slots: Int32Array.from({ length: count }, (_, slot) => slot),
    left: count,
    trees: Array.from({ length: count }, (_, index) => ({ kind: "leaf", index })),
  };
  const chain: number[] = [];
  for (let merges = 0; merges < count - 1; merges++) {
    if (chain.length === 0) chain.push(clusters.slots[0]!);
    const [into, from] = extendChain(chain, clusters);
    merge(clusters, into, from);
  }
  return clusters.trees[clusters.slots[0]!]!;
}

/** Clusters by slot. */
interface Clusters {
  readonly count: number;
  readonly distances: Float32Array;
  readonly sizes: Int32Array;
  /** The slots that were not merged into others, in their order: the first `left` of these. */
  readonly slots: Int32Array;
  left: number;
  readonly trees: ClusterTree[];
}

// Goes from nearest to nearest, and takes off the pair at the end, lower slot first.
function extendChain(chain: number[], clusters: Clusters): [number, number] {
  while (true) {
    const last = chain.at(-1)!;
    const before = chain.at(-2);
    const nearest = findNearest(clusters, last, before);
    if (nearest === before) {
      chain.length -= 2;
      return last < nearest ? [last, nearest] : [nearest, last];
    }
    chain.push(nearest);
  }
}

// Of equally near clusters the one before in the chain is chosen, so that the chain ends.
function findNearest(
  { count, distances, slots, left }: Clusters,
  of: number,
  before: number | undefined,
): number {
  const row = of * count;
  let nearest = before ?? -1;
  let least = before === undefined ? Infinity : distances[row + before]!;
  for (let i = 0; i < left; i++) {
    const slot = slots[i]!;
    const distance = distances[row + slot]!;
    if (slot === of || !(distance < least || nearest === -1)) continue;
    nearest = slot;
    least = distance;
  }
  return nearest;
}

// Lance and Williams: d(k, A ∪ B) = (|A| d(k, A) + |B| d(k, B)) / (|A| + |B|)
function merge(clusters: Clusters, into: number, from: number): void {
  const { count, distances, sizes, slots, trees } = clusters;
  const [a, b] = [sizes[into]!, sizes[from]!];
  const [row, gone] = [into * count, from * count];
  const at = slots.indexOf(from);
  slots.copyWithin(at, at + 1, clusters.left--);
  for (let i = 0; i < clusters.left; i++) {
    const slot = slots[i]!;
    if (slot === into) continue;
    const mean = (a * distances[row + slot]! + b * distances[gone + slot]!) / (a + b);
    distances[row + slot] = mean;
    distances[slot * count + into] = mean;
  }
  const height = distances[into * count + from]!;
  trees[into] = { kind: "branch", left: trees[into]!, right: trees[from]!, height };
  sizes[into] = a + b;
}
