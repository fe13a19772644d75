import { countElements, type Tensor } from "../tensor/tensor.ts";
import { MOST_PRODUCTS, multiplyRows, type Rows } from "./_inner_products.ts";
import { toUnitKernels } from "./_unit_kernels.ts";
import { linkAverage } from "./average_linkage.ts";
import { listLeaves, orderLeaves } from "./leaf_order.ts";

/** Up to how many kernels the branches are turned: the work is of the order of their cube. */
export const LARGEST_TURNED = 1024;

/**
 * Orders kernels so that like ones stand side by side.
 *
 * They are clustered by average linkage of their cosine distances 1 − cos(A, B), and the branches
 * of the tree are turned so that the distances between neighbours sum to the least; in layers of
 * more than {@linkcode LARGEST_TURNED} kernels the branches stay as they merged. Where the distances
 * take more than `mostProducts`, the kernels stay in their own order.
 *
 * @param kernels The weights [out, in, …kernelShape].
 * @returns The indices of all kernels, in order; those that are zero or not finite come last.
 */
export function orderBySimilarity(kernels: Tensor, options: SimilarityOrderOptions = {}): number[] {
  const { mostProducts = MOST_PRODUCTS } = options;
  const [count = 0, ...dims] = kernels.dims;
  if (count ** 2 / 2 * countElements(dims) > mostProducts) {
    return Array.from({ length: count }, (_, k) => k);
  }
  const units = toUnitKernels(kernels);
  const indices = units.directed.map((_, k) => k);
  const directed = indices.filter((k) => units.directed[k]);
  const rest = indices.filter((k) => !units.directed[k]);
  if (directed.length === 0) return rest;
  const { length } = units;
  const data = new Float64Array(directed.length * length);
  directed.forEach((k, i) =>
    data.set(units.data.subarray(k * length, (k + 1) * length), i * length)
  );
  const order = orderRows({ data, count: directed.length, length });
  return [...order.map((i) => directed[i]!), ...rest];
}

/** How much {@linkcode orderBySimilarity} may do. */
export interface SimilarityOrderOptions {
  /**
   * How many products of two weights it may form.
   *
   * @default {1e10}
   */
  readonly mostProducts?: number;
}

function orderRows(rows: Rows): number[] {
  const distances = multiplyRows(rows, rows).map((cosine) => Math.max(0, 1 - cosine));
  const tree = linkAverage(distances, rows.count);
  return rows.count > LARGEST_TURNED ? listLeaves(tree) : orderLeaves(tree, distances);
}
