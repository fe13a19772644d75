import { transposeMatrix } from "../../tensor/axis.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { MatrixOrder } from "../../tensor/weight_matrix.ts";
import { orderBySimilarity } from "../likeness/similarity_order.ts";

/** How kernels of single weights read their inputs, and what is known of their order. */
export interface MatrixOrderOptions {
  readonly group: number;
  /** The kernels in an order in which neighbours are alike. */
  readonly likeness: readonly number[];
}

// Beyond, the branches of the tree of inputs stay as they merged: turning them is of the order of n³.
const LARGEST_TURNED = 512;

/**
 * Orders the rows and the columns of a layer of single weights [out, in / group, …] so that like ones
 * stand side by side; groups stay in their order, as each reads inputs of its own.
 */
export function orderMatrix(
  kernels: Tensor,
  { group, likeness }: MatrixOrderOptions,
): MatrixOrder {
  const rows = cutGroups(kernels, group);
  return {
    output: group === 1 ? likeness : joinGroups(rows.map((each) => orderBySimilarity(each))),
    input: joinGroups(rows.map(({ data, dims: [count = 0, read = 1] }) => {
      const columns = { data: transposeMatrix(data, count), dims: [read, count] };
      return orderBySimilarity(columns, { largestTurned: LARGEST_TURNED });
    })),
  };
}

function cutGroups({ data, dims: [count = 0, read = 1] }: Tensor, group: number): Tensor[] {
  const size = data.length / group;
  return Array.from({ length: group }, (_, g) => {
    return { data: data.subarray(g * size, (g + 1) * size), dims: [count / group, read] };
  });
}

function joinGroups(orders: readonly (readonly number[])[]): number[] {
  return orders.flatMap((order, g) => order.map((place) => g * order.length + place));
}
