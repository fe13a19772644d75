import { isConstant } from "../graph/computable.ts";
import type { ConvOperator } from "../graph/conv_operator.ts";
import { findDenseOperator } from "../graph/dense_operator.ts";
import type { Model } from "../graph/model.ts";
import { findWeights } from "../constant/weights.ts";
import type { Node } from "../wire/node.ts";
import type { ConvNode } from "./conv_node.ts";
import { findRank } from "./rank.ts";

/**
 * Lists the nodes of a model's graph that are fully connected layers: those that multiply what a
 * sample has become, a row of numbers, with a constant matrix. Where a sample is several rows, as in
 * attention, each is one of many cells, and the layer is none.
 */
export function listDenseNodes(model: Model): ConvNode[] {
  return model.graph.nodes.flatMap((node) => {
    const operator = findDenseOperator(node);
    if (operator === null || !isDense(model, node, operator)) return [];
    const added = findAdded(model, node, operator);
    const own = { node, operator, model, place: null, holder: node };
    return [{
      ...own,
      output: (added?.node ?? node).outputs[0] ?? "",
      bias: added?.bias ?? node.inputs[operator.bias ?? -1] ?? "",
    }];
  });
}

function isDense(model: Model, { op, inputs }: Node, operator: ConvOperator): boolean {
  const [rows = "", weights = ""] = [inputs[0], inputs[operator.weights]];
  if (isConstant(model, rows) || !isConstant(model, weights)) return false;
  const known = findWeights(model, weights)?.dims.length ?? 2;
  return (known === 2 || operator.packing !== null) &&
    (op === "Gemm" || findRank(model, rows) === 2);
}

/** What a node right behind adds, a number for each kernel. */
interface Added {
  readonly node: Node;
  readonly bias: string;
}

// A product of matrices has no bias of its own.
function findAdded(
  model: Model,
  { inputs, outputs: [product = ""] }: Node,
  { bias, weights, weightScale, transposed, packing }: ConvOperator,
): Added | null {
  const [node, ...others] = model.graph.consumers.get(product) ?? [];
  const isBare = (inputs[bias ?? -1] ?? "") === "" && weightScale === null;
  if (!isBare || node?.op !== "Add" || others.length > 0) return null;
  const kernels = packing?.rows ??
    findWeights(model, inputs[weights] ?? "")?.dims[transposed ? 1 : 0];
  const added = node.inputs.find((name) => name !== product) ?? "";
  const dims = findWeights(model, added)?.dims ?? [];
  const isRow = dims.length > 0 && dims.length <= 2 && dims.at(-1) === kernels &&
    dims.slice(0, -1).every((rows) => rows === 1);
  return isRow ? { node, bias: added } : null;
}
