import type { Tensor } from "../../tensor/tensor.ts";
import { type ClusterTree, linkAverage } from "../likeness/average_linkage.ts";
import { compareKernels, type Cosines, toDistances } from "../likeness/cosines.ts";
import { listLeaves } from "../likeness/leaf_order.ts";

/** How maps go together: their correlations, and the tree of these. */
export interface FamilyTree {
  readonly compared: Cosines;
  /** Null where no map tells anything. */
  readonly tree: ClusterTree | null;
}

/**
 * Clusters maps by average linkage of 1 − r; null where there are too many to compare.
 *
 * @param maps A row a map, centred, [kernels, cells].
 */
export function growTree(maps: Tensor): FamilyTree | null {
  const compared = compareKernels(maps);
  if (compared === null) return null;
  const { directed, values } = compared;
  if (directed.length === 0) return { compared, tree: null };
  return { compared, tree: linkAverage(toDistances(values), directed.length) };
}

/** Cuts a tree where its branches go together less than `correlation`: the leaves of each part. */
export function cutTree({ tree }: FamilyTree, correlation: number): number[][] {
  const parts: number[][] = [];
  const rest = tree === null ? [] : [tree];
  while (rest.length > 0) {
    const next = rest.pop()!;
    // Upwards, branches lie ever further apart.
    if (next.kind === "leaf" || 1 - next.height >= correlation) parts.push(listLeaves(next));
    else rest.push(next.right, next.left);
  }
  return parts;
}
