import type { Tensor } from "../../tensor/tensor.ts";
import { linkAverage } from "./average_linkage.ts";
import { compareKernels, type Cosines, type CosinesOptions, toDistances } from "./cosines.ts";
import { LARGEST_TURNED } from "./largest_turned.ts";
import { listLeaves, orderLeaves } from "./leaf_order.ts";

/**
 * Orders kernels so that like ones stand side by side.
 *
 * They are clustered by average linkage of their cosine distances 1 − cos(A, B), and the branches
 * of the tree are turned so that the distances between neighbours sum to the least; in layers of
 * more than `largestTurned` kernels, {@linkcode LARGEST_TURNED} by default, the branches stay as they
 * merged. Where the distances take more than `mostProducts`, the kernels stay in their own order.
 *
 * @param kernels The weights [out, in, …kernelShape].
 * @returns The indices of all kernels, in order; those that are zero or not finite come last.
 */
export function orderBySimilarity(kernels: Tensor, options: SimilarityOrderOptions = {}): number[] {
  const { cosines = compareKernels(kernels, options), largestTurned = LARGEST_TURNED } = options;
  const indices = Array.from({ length: kernels.dims[0] ?? 0 }, (_, k) => k);
  if (cosines === null) return indices;
  const { directed } = cosines;
  const placed = new Set(directed);
  const rest = indices.filter((k) => !placed.has(k));
  return [...orderDirected(cosines, largestTurned).map((i) => directed[i]!), ...rest];
}

/** How much {@linkcode orderBySimilarity} may do, and what is known already. */
export interface SimilarityOrderOptions extends CosinesOptions {
  /** The cosines of the kernels; null where they are too much work. */
  readonly cosines?: Cosines | null;
  /** Of how many kernels at most the branches are turned. */
  readonly largestTurned?: number;
}

function orderDirected({ directed, values }: Cosines, largestTurned: number): number[] {
  if (directed.length === 0) return [];
  const distances = toDistances(values);
  const tree = linkAverage(distances, directed.length);
  return directed.length > largestTurned ? listLeaves(tree) : orderLeaves(tree, distances);
}
