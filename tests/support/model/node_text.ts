import type { NodeText } from "./onnx_model.ts";

/** Makes a node that reads tensors of these names, each behind one space; an input left out has none. */
export function node(
  op: string,
  inputs: string,
  output = "out",
  rest: Partial<NodeText> = {},
): NodeText {
  return { op, inputs: inputs === "" ? [] : inputs.split(" "), outputs: [output], ...rest };
}
