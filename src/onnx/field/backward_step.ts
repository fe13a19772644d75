import { countElements } from "../../tensor/tensor.ts";
import type { BackwardPath } from "./backward_path.ts";
import type { NewNode, NewTensor } from "../write/encode.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";
import { dependsOnPhoto } from "./traced.ts";
import { evaluateWith } from "../constant/weights.ts";
import { findWindow, resolvePads, type Window, type WindowCells } from "../layer/window.ts";

/** A graph that is being written. */
export interface BackwardDraft {
  readonly nodes: NewNode[];
  readonly constants: Map<string, NewTensor>;
  readonly fed: Map<string, string>;
}

/** One step back: a node of the model and the signal that arrives at its output. */
export interface Step extends BackwardPath {
  readonly model: Model;
  readonly node: Node;
  readonly signal: string;
  readonly draft: BackwardDraft;
}

/** The signals that a step sends on, by the model's tensor they arrive at; null if it cannot. */
export type Sent = readonly (readonly [tensor: string, signal: string])[] | null;

/**
 * Sends a signal through a node, from its output to those of its inputs that
 * depend on the photo.
 */
export function sendBack(step: Step): Sent {
  const { node, signal } = step;
  switch (node.op) {
    case "Conv":
      return sendThroughConv(step);
    case "Relu":
      return pass(step, emit(step, "Relu", [signal]));
    case "MaxPool":
      return sendThroughMax(step);
    case "Concat":
      return sendThroughConcat(step);
    case "Add":
    case "Sum":
      return isRepeated(step) ? null : pass(step, signal);
    default:
      return isUnchanged(node) ? pass(step, signal) : null;
  }
}

function isUnchanged(node: Node): boolean {
  const { cellByCell, values } = findTraits(node);
  return cellByCell && values === "same";
}

// To every input that depends on the photo.
function pass({ node, trace }: Step, signal: string): Sent {
  const inputs = node.inputs.filter((name) => dependsOnPhoto(trace.tensors, name));
  return inputs.map((name) => [name, signal] as const);
}

// An operand that is repeated to the size of another would get the sum of the signal.
function isRepeated(step: Step): boolean {
  const { node, trace } = step;
  const written = String(findDims(step, node.outputs[0] ?? ""));
  return node.inputs.some((name) =>
    dependsOnPhoto(trace.tensors, name) && String(findDims(step, name)) !== written
  );
}

function sendThroughConv(step: Step): Sent {
  const { node, model, signal, computed = new Map() } = step;
  const weights = evaluateWith(model, node.inputs[1] ?? "", computed);
  const sizes = findSizes(step);
  if (weights === null || sizes === null) return null;
  const attributes = transposeWindow(sizes, node.attributes.get("group")?.int ?? 1);
  return pass(step, emit(step, "ConvTranspose", [signal, hold(step, weights)], attributes));
}

/** The window of a node, and how many cells it reads and writes along each axis. */
interface Sizes extends WindowCells {
  readonly window: Window;
}

function findSizes(step: Step): Sizes | null {
  const { model, node } = step;
  const window = findWindow(model, node);
  const read = findDims(step, node.inputs[0] ?? "")?.slice(2);
  const written = findDims(step, node.outputs[0] ?? "")?.slice(2);
  return window && read && written ? { window, read, written } : null;
}

function findDims({ trace }: Step, tensor: string): readonly number[] | null {
  const traced = trace.tensors.get(tensor);
  return traced !== undefined && "dims" in traced ? traced.dims : null;
}

function countChannels(step: Step, tensor: string): number | undefined {
  return findDims(step, tensor)?.[1];
}

// With as much padding at the end as brings the size of what was read back.
function transposeWindow(sizes: Sizes, group: number): NonNullable<NewNode["attributes"]> {
  const { window, read, written } = sizes;
  const pads = resolvePads(sizes.window, sizes);
  const axes = window.kernelShape.length;
  const output_padding = read.map((cells, axis) => {
    const reach = (window.kernelShape[axis]! - 1) * window.dilations[axis]! + 1;
    const covered = (written[axis]! - 1) * window.strides[axis]! + reach;
    return Math.max(0, cells - covered + pads[axis]! + pads[axis + axes]!);
  });
  const { kernelShape: kernel_shape, strides, dilations } = window;
  return { kernel_shape, strides, dilations, pads, output_padding, group };
}

// MaxPool is run again on what it read, for the places of its maxima; they count through one
// sample, so each of the batch adds where it begins.
function sendThroughMax(step: Step): Sent {
  const { node, signal, batch, draft } = step;
  const sizes = findSizes(step);
  const depth = countChannels(step, node.inputs[0] ?? "");
  if (sizes === null || depth === undefined) return null;
  const { kernelShape: kernel_shape, strides, dilations, ceilMode } = sizes.window;
  const pads = resolvePads(sizes.window, sizes);
  const pool = `pool_${draft.fed.size}`;
  draft.fed.set(pool, node.inputs[0]!);
  const places = `${pool}_places`;
  draft.nodes.push({
    op: "MaxPool",
    inputs: [pool],
    outputs: [`${pool}_maxima`, places],
    attributes: { kernel_shape, strides, pads, dilations, ceil_mode: ceilMode ? 1 : 0 },
  });
  const sample = depth * countElements(sizes.read);
  const begins = hold(step, {
    data: BigInt64Array.from({ length: batch }, (_, n) => BigInt(n * sample)),
    dims: [batch, 1, 1, 1],
  });
  const shape = holdShape(step, [batch, depth, ...sizes.read]);
  const inputs = [signal, emit(step, "Add", [places, begins]), shape];
  return pass(step, emit(step, "MaxUnpool", inputs, { kernel_shape, strides, pads }));
}

function sendThroughConcat(step: Step): Sent {
  const { node, signal, trace } = step;
  const axis = node.attributes.get("axis")?.int ?? 1;
  if (axis !== 1 && axis !== -3) return null;
  const sent: (readonly [string, string])[] = [];
  let begin = 0;
  for (const input of node.inputs) {
    const depth = countChannels(step, input);
    if (depth === undefined) return null;
    const bounds = [[begin], [begin + depth], [1]].map((list) => holdShape(step, list));
    if (dependsOnPhoto(trace.tensors, input)) {
      sent.push([input, emit(step, "Slice", [signal, ...bounds])]);
    }
    begin += depth;
  }
  return sent;
}

function emit(
  { draft }: Step,
  op: string,
  inputs: readonly string[],
  attributes: NonNullable<NewNode["attributes"]> = {},
): string {
  const output = `signal_${draft.nodes.length}`;
  draft.nodes.push({ op, inputs, outputs: [output], attributes });
  return output;
}

function hold({ draft }: Step, tensor: NewTensor): string {
  const name = `constant_${draft.constants.size}`;
  draft.constants.set(name, tensor);
  return name;
}

function holdShape(step: Step, sizes: readonly number[]): string {
  return hold(step, { data: BigInt64Array.from(sizes, BigInt), dims: [sizes.length] });
}
