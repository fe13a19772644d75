import { type ConvShape, readConvShape } from "./conv_shape.ts";
import type { Model } from "./model.ts";
import type { Node } from "./node.ts";
import type { TensorRef } from "./tensor_ref.ts";

/** A convolution of a model: where its kernels and its maps are found. */
export interface ConvLayer {
  /** The name for people: the node's, else its weight's, else its ordinal. */
  readonly name: string;
  /** The operator, such as `Conv`. */
  readonly op: string;
  readonly node: Node;
  /** The names of the tensors that it reads and writes. */
  readonly input: string;
  readonly output: string;
  readonly weight: string;
  /** The sizes of its kernels and their steps; null where the weights are not known. */
  readonly shape: ConvShape | null;
  /** The kernels [outChannels, inChannels / group, …kernelShape]; null where they are missing. */
  readonly kernels: TensorRef | null;
  /** The graph input whose channels the kernels read; null for deeper layers. */
  readonly readsInput: string | null;
  /** Why the kernels are not drawn; null where they are. */
  readonly kernelsMissing: string | null;
  /** Why the maps are not drawn; null where they are. */
  readonly mapsMissing: string | null;
}

// Operators with kernels, and which of their inputs holds them.
const WEIGHT_INPUT = new Map([
  ["Conv", 1],
  ["ConvTranspose", 1],
  ["ConvInteger", 1],
  ["FusedConv", 1],
  ["QLinearConv", 3],
]);

// Operators that leave each channel of an image what it is, up to scale.
const CHANNEL_KEEPING = new Set(
  ["Identity", "Cast", "Add", "Sub", "Mul", "Div", "Pad", "Transpose", "BatchNormalization"],
);

/**
 * Finds the convolutions of a model, in the order of its graph.
 *
 * A convolution that cannot be drawn is listed all the same, with the reason.
 *
 * @param model A model of {@linkcode readModel}.
 * @returns One layer for each node whose operator convolves.
 * @throws {SyntaxError} If a convolution's attributes contradict its weights.
 */
export function findConvLayers(model: Model): ConvLayer[] {
  const nodes = model.graph.nodes.filter((node) => WEIGHT_INPUT.has(node.op));
  return nodes.map((node, ordinal) => describeLayer(model, node, ordinal));
}

function describeLayer(model: Model, node: Node, ordinal: number): ConvLayer {
  const [input = "", ...rest] = node.inputs;
  const weight = rest[WEIGHT_INPUT.get(node.op)! - 1] ?? "";
  const kernelsMissing = explainMissingKernels(model, node, weight);
  const kernels = kernelsMissing === null ? model.graph.initializers.get(weight)! : null;
  return {
    name: node.name || weight || `${node.op}_${ordinal}`,
    op: node.op,
    node,
    input,
    output: node.outputs[0] ?? "",
    weight,
    shape: kernels && readConvShape(node, kernels.dims),
    kernels,
    readsInput: findImageInput(model, input),
    kernelsMissing,
    mapsMissing: node.op === "Conv" ? null : `${node.op} is not captured`,
  };
}

function explainMissingKernels(model: Model, node: Node, weight: string): string | null {
  if (node.op !== "Conv") return `${node.op} is not read`;
  const ref = model.graph.initializers.get(weight);
  if (ref === undefined) return `computed weight: "${weight}" is no constant tensor of the file`;
  if (ref.dataType !== "float32") return `the weights are stored as ${ref.dataType}`;
  if (ref.dims.length !== 4) return `the kernels have ${ref.dims.length - 2} spatial axes`;
  return null;
}

// Follows a tensor back to the graph's input through operators that keep channels apart.
function findImageInput(model: Model, tensor: string): string | null {
  const { inputs, initializers, producers } = model.graph;
  let name = tensor;
  for (let steps = 0; steps < model.graph.nodes.length + 1; steps++) {
    if (inputs.has(name) && !initializers.has(name)) return name;
    const node = producers.get(name);
    if (node === undefined || !CHANNEL_KEEPING.has(node.op)) return null;
    name = node.inputs.find((input) => !initializers.has(input)) ?? "";
  }
  return null;
}
