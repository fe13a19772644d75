import { findTensor } from "./constant_node.ts";
import { type Node, readNode } from "./node.ts";
import { ATTRIBUTE, FUNCTION, NODE } from "./proto.ts";
import { copyNode, type Renaming } from "./renamed_copy.ts";
import { addName, addNewNode, addNode, addOpset, type Rewriting } from "./rewriting.ts";
import { readOpset } from "./opset.ts";
import { type ByteSource, type Field, readString, walkFields } from "./wire.ts";

/** What a FunctionProto says of itself. */
interface FunctionBody {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly nodes: readonly Field[];
  readonly opsets: readonly Field[];
  /** The attributes that have a default, by name. */
  readonly defaults: ReadonlyMap<string, Field>;
}

/**
 * Puts the nodes of a function in the place of a call: its tensors get names
 * that begin with the call's, its attributes the values of the call.
 *
 * Source: https://onnx.ai/onnx/repo-docs/IR.html, "Functions"
 */
export function inlineCall(rewriting: Rewriting, call: Node, field: Field): Node[] {
  const { source } = rewriting;
  const body = readFunction(source, field);
  for (const opset of body.opsets) addOpset(rewriting, ...readOpset(source, opset));
  const renaming = planRenaming(rewriting, call, body);
  const nodes = body.nodes.flatMap((each) => {
    const inner = readNode(source, each);
    const tensor = findTensor(inner);
    if (tensor === null) return [addNode(rewriting, copyNode(source, each, renaming), null)];
    rewriting.initializers.set(renaming.tensor(inner.outputs[0] ?? ""), tensor); // stays in the file
    return [];
  });
  return [...nodes, ...passInputs(rewriting, call, body)];
}

function readFunction(source: ByteSource, field: Field): FunctionBody {
  const parts = [...walkFields(source, field)];
  const all = (no: number) => parts.filter((part) => part.no === no);
  return {
    inputs: all(FUNCTION.input).map((part) => readString(source, part)),
    outputs: all(FUNCTION.output).map((part) => readString(source, part)),
    nodes: all(FUNCTION.node),
    opsets: all(FUNCTION.opsetImport),
    defaults: nameAttributes(source, all(FUNCTION.attributeDefault)),
  };
}

function nameAttributes(source: ByteSource, attributes: readonly Field[]): Map<string, Field> {
  return new Map(attributes.map((attribute) => {
    const name = [...walkFields(source, attribute)].find(({ no }) => no === ATTRIBUTE.name);
    return [name === undefined ? "" : readString(source, name), attribute];
  }));
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
