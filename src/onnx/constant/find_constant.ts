import type { Constant } from "./constant.ts";
import { createTensor } from "../../tensor/tensor.ts";
import { findTensor } from "./constant_node.ts";
import { findConstantStep } from "./constant_step.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { readTensor } from "./tensor_data.ts";
import type { TensorRef } from "../wire/tensor_ref.ts";

// Chains of a few nodes are usual; a longer one is a sign of a cycle.
const MAX_DEPTH = 64;
// Nodes that use each other's results twice double the work each time.
const MAX_STEPS = 128;

/**
 * Finds the constant behind a tensor's name: an initializer, a Constant node,
 * or what Identity, Transpose, Reshape, Squeeze, Unsqueeze, Cast,
 * DequantizeLinear and arithmetic make of constants. Null where the tensor is
 * computed in another way, or from an input.
 *
 * @throws {SyntaxError} If dims do not fit together.
 */
export function findConstant(model: Model, name: string): Constant | null {
  return resolve(model, name, new Map(), 0);
}

function resolve(
  model: Model,
  name: string,
  known: Map<string, Constant | null>,
  depth: number,
): Constant | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, null); // what a cycle comes back to
  const constant = resolveNew(model, name, known, depth);
  known.set(name, constant);
  return constant;
}

function resolveNew(
  model: Model,
  name: string,
  known: Map<string, Constant | null>,
  depth: number,
): Constant | null {
  const ref = model.graph.initializers.get(name);
  if (ref !== undefined) return fromTensor(model, ref, name);
  const node = model.graph.producers.get(name);
  if (node === undefined || depth > MAX_DEPTH) return null;
  if (node.op === "Constant") return fromConstantNode(model, node, name);
  const follow = findConstantStep(node.op);
  if (follow === null) return null;
  const inputs = node.inputs.map((input) =>
    input === "" ? null : resolve(model, input, known, depth + 1)
  );
  if (inputs.some((input, i) => input === null && node.inputs[i] !== "")) return null;
  const steps = inputs.reduce((sum, input) => sum + (input?.steps ?? 0), 1);
  if (steps > MAX_STEPS) return null;
  const [first = null, ...others] = inputs;
  const made = first && follow(node, first, others);
  return made && { ...made, steps };
}

function fromTensor(model: Model, ref: TensorRef, origin: string): Constant {
  return {
    dims: ref.dims,
    stored: ref.dataType,
    quantized: false,
    origin,
    storage: locate(ref),
    steps: 0,
    evaluate: () => readTensor(model, ref),
  };
}

// Data in other files are stored once also where two tensors name them.
function locate({ external, field }: TensorRef): string {
  return external === null
    ? `byte ${field.start}`
    : `byte ${external.offset} of ${external.location}`;
}

function fromConstantNode(model: Model, node: Node, origin: string): Constant | null {
  const tensor = findTensor(node);
  if (tensor !== null) return fromTensor(model, tensor, origin);
  const { attributes, field } = node;
  const [scalar] = [attributes.get("value_float")?.float, attributes.get("value_int")?.int]
    .filter((value) => value !== undefined);
  const list = attributes.get("value_floats")?.floats ?? attributes.get("value_ints")?.ints;
  const values = list ?? (scalar === undefined ? null : [scalar]);
  if (values === null) return null;
  const dims = list === undefined ? [] : [values.length];
  return {
    dims,
    stored: "float32",
    quantized: false,
    origin,
    storage: `byte ${field.start}`,
    steps: 0,
    evaluate: () => createTensor(Float32Array.from(values), dims),
  };
}
