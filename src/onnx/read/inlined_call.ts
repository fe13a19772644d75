import { findTensor } from "../constant/constant_node.ts";
import { type FunctionBody, nameAttributes, readFunction } from "../graph/function_body.ts";
import type { Node } from "../wire/node.ts";
import { NODE } from "../wire/proto.ts";
import { copyNode, type Renaming } from "./renamed_copy.ts";
import { addName, addNewNode, addNode, addOpset, type Rewriting } from "./rewriting.ts";
import { readOpset } from "../wire/opset.ts";
import { type Field, walkFields } from "../wire/wire.ts";

/**
 * Puts the nodes of a function in the place of a call: its tensors get names
 * that begin with the call's, its attributes the values of the call.
 *
 * Source: https://onnx.ai/onnx/repo-docs/IR.html, "Functions"
 */
export function inlineCall(rewriting: Rewriting, call: Node, field: Field): Node[] {
  const { source } = rewriting;
  const body = rewriting.bodies.get(field) ?? readFunction(source, field);
  rewriting.bodies.set(field, body);
  for (const opset of body.opsets) addOpset(rewriting, ...readOpset(source, opset));
  const renaming = planRenaming(rewriting, call, body);
  const nodes = body.nodes.flatMap((inner) => {
    const tensor = findTensor(inner);
    if (tensor === null) return [addNode(rewriting, copyNode(source, inner.field, renaming), null)];
    rewriting.initializers.set(renaming.tensor(inner.outputs[0] ?? ""), tensor); // stays in the file
    return [];
  });
  return [...nodes, ...passInputs(rewriting, call, body)];
}

function planRenaming(rewriting: Rewriting, call: Node, body: FunctionBody): Renaming {
  const { source } = rewriting;
  const { inputs, outputs, defaults } = body;
  const prefix = call.name || call.outputs[0] || call.op;
  const names = new Map([
    ["", ""],
    ...outputs.map((name, i) => [name, call.outputs[i] ?? ""] as const),
    ...inputs.map((name, i) => [name, call.inputs[i] ?? ""] as const),
  ]);
  const given = [...walkFields(source, call.field)].filter(({ no }) => no === NODE.attribute);
  return {
    tensor: (name) => {
      const renamed = names.get(name);
      const left = renamed === "" && outputs.includes(name) && !inputs.includes(name);
      if (renamed !== undefined && !left) return renamed;
      const made = addName(rewriting, `${prefix}/${name}`);
      names.set(name, made);
      return made;
    },
    node: (name) => name === "" ? "" : `${prefix}/${name}`,
    attributes: new Map([...defaults, ...nameAttributes(source, given)]),
  };
}

// An output that is one of the function's inputs.
function passInputs(rewriting: Rewriting, call: Node, { inputs, outputs }: FunctionBody): Node[] {
  return outputs.flatMap((name, i) => {
    const [from = "", to = ""] = [call.inputs[inputs.indexOf(name)], call.outputs[i]];
    if (!inputs.includes(name) || from === "" || to === "") return [];
    return [addNewNode(rewriting, { op: "Identity", inputs: [from], outputs: [to] }, call)];
  });
}
