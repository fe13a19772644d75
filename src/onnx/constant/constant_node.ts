import type { Node } from "../wire/node.ts";
import type { TensorRef } from "../wire/tensor_ref.ts";

/** Finds the tensor that a Constant node holds, whole or sparse; null for other nodes. */
export function findTensor({ op, attributes }: Node): TensorRef | null {
  if (op !== "Constant") return null;
  return (attributes.get("value") ?? attributes.get("sparse_value"))?.tensor ?? null;
}
