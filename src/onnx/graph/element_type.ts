import { findLayerOperator } from "./dense_operator.ts";
import type { Model } from "./model.ts";
import type { Node } from "../wire/node.ts";
import { DATA_TYPES, type DataType } from "../wire/proto.ts";

const MAX_STEPS = 64;

/**
 * Finds the type that a tensor has when the model runs, which is not always that in which the file
 * stores what it is made from; null where the nodes before it do not tell.
 */
export function findElementType({ graph }: Model, tensor: string): DataType | null {
  let name = tensor;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const known = graph.initializers.get(name) ?? graph.inputs.get(name);
    if (known !== undefined) return known.dataType;
    const node = graph.producers.get(name);
    if (node === undefined) return null;
    const own = findOwnType(node);
    if (own !== null) return own;
    name = node.inputs[findAlike(node)] ?? "";
  }
  return null;
}

// The type of what a node writes, where the node itself says it.
function findOwnType({ op, attributes, inputs }: Node): DataType | null {
  switch (op) {
    case "Constant":
      return attributes.get("value")?.tensor?.dataType ?? "float32";
    case "Cast":
      return DATA_TYPES[attributes.get("to")?.int ?? 0] ?? null;
    case "ConvInteger":
    case "MatMulInteger":
      return "int32";
    case "DynamicQuantizeLinear":
      return "uint8";
    case "QuantizeLinear":
      return inputs.length < 3 ? "uint8" : null;
    default:
      return null;
  }
}

// The input that has the type of what a node writes.
const ALIKE: Readonly<Record<string, number>> = {
  DequantizeLinear: 1,
  QuantizeLinear: 2,
  Where: 1,
};

function findAlike(node: Node): number {
  const known = ALIKE[node.op];
  const operator = findLayerOperator(node);
  if (known !== undefined || operator === null) return known ?? 0;
  const { outputScale, weightScale, packing, weights } = operator;
  return outputScale?.zeroPoint ?? packing?.scales ?? weightScale?.scale ?? weights;
}
