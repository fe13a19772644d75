import { evaluateWith } from "../constant/weights.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import { findWindow, resolvePads, type Window, type WindowCells } from "../layer/window.ts";
import type { Node } from "../wire/node.ts";
import type { NewTensor } from "../write/encode.ts";
import { emitNode, holdNumbers } from "../write/graph_draft.ts";
import type { BackwardDraft, BackwardPath, Signal } from "./backward_path.ts";
import type { AnswerPlace } from "./linear_answer.ts";
import { dependsOnPhoto, findDims } from "../field/traced.ts";

/** One step back: a node of the model and the signal that arrives at its output. */
export interface Step extends BackwardPath {
  readonly model: Model;
  readonly node: Node;
  readonly signal: Signal;
  readonly draft: BackwardDraft;
}

/** The signals that a step sends on, by the model's tensor they arrive at; null if it cannot. */
export type Sent = readonly (readonly [tensor: string, signal: Signal])[] | null;

/**
 * Sends a signal through a node, from its output to those of its inputs that
 * depend on the photo.
 */
export function sendBack(step: Step): Sent {
  const { node, signal, draft } = step;
  switch (node.op) {
    case "Conv":
      return sendThroughConv(step);
    case "Relu":
      return pass(step, { ...signal, name: emitNode(draft, "Relu", [signal.name]) });
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
function pass({ node, trace }: Step, signal: Signal): Sent {
  const inputs = node.inputs.filter((name) => dependsOnPhoto(trace.tensors, name));
  return inputs.map((name) => [name, signal] as const);
}

// An operand that is repeated to the size of another would get the sum of the signal.
function isRepeated(step: Step): boolean {
  const { node, trace } = step;
  const written = String(findDims(step.trace.tensors, node.outputs[0] ?? ""));
  return node.inputs.some((name) =>
    dependsOnPhoto(trace.tensors, name) && String(findDims(step.trace.tensors, name)) !== written
  );
}

function sendThroughConv(step: Step): Sent {
  const { node, model, signal, draft, computed = new Map() } = step;
  const weights = evaluateWith(model, node.inputs[1] ?? "", computed);
  const sizes = findSizes(step);
  if (weights === null || sizes === null) return null;
  const { strides, dilations } = sizes.window;
  const attributes = { strides, dilations, group: node.attributes.get("group")?.int ?? 1 };
  const inputs = [signal.name, hold(step, weights)];
  const name = emitNode(draft, "ConvTranspose", inputs, attributes);
  const place = widen(signal.place, sizes);
  return pass(step, maskBeyond(step, { name, place }, sizes.read));
}

// What a window reads of which a signal fills some cells.
function widen(
  { size, stride, offset }: AnswerPlace,
  { window, read, written }: Sizes,
): AnswerPlace {
  const { kernelShape, strides, dilations } = window;
  const pads = resolvePads(window, { read, written });
  return {
    size: size.map((cells, axis) =>
      (cells - 1) * strides[axis]! + (kernelShape[axis]! - 1) * dilations[axis]! + 1
    ),
    stride: stride.map((cells, axis) => cells * strides[axis]!),
    offset: offset.map((first, axis) => first * strides[axis]! - pads[axis]!),
  };
}

// What a signal has beyond a tensor came to its padding, and goes no further.
function maskBeyond(step: Step, signal: Signal, cells: readonly number[]): Signal {
  const { start, draft } = step;
  const { size, stride, offset } = signal.place;
  const starts = findDims(step.trace.tensors, start)!.slice(2);
  const reaches = offset.some((first, axis) =>
    first < 0 || first + (starts[axis]! - 1) * stride[axis]! + size[axis]! > cells[axis]!
  );
  if (!reaches) return signal;
  const mask = `mask_${draft.masks.size}`;
  draft.masks.set(mask, { cells, place: signal.place });
  return { ...signal, name: emitNode(draft, "Mul", [signal.name, mask]) };
}

/** The window of a node, and how many cells it reads and writes along each axis. */
interface Sizes extends WindowCells {
  readonly window: Window;
}

function findSizes(step: Step): Sizes | null {
  const { model, node } = step;
  const window = findWindow(model, node);
  const read = findDims(step.trace.tensors, node.inputs[0] ?? "")?.slice(2);
  const written = findDims(step.trace.tensors, node.outputs[0] ?? "")?.slice(2);
  return window && read && written ? { window, read, written } : null;
}

function countChannels(step: Step, tensor: string): number | undefined {
  return findDims(step.trace.tensors, tensor)?.[1];
}

// MaxPool is run again on what it read, for the places of its maxima.
function sendThroughMax(step: Step): Sent {
  const { node, signal, draft } = step;
  const sizes = findSizes(step);
  const tensor = node.inputs[0] ?? "";
  if (sizes === null || countChannels(step, tensor) === undefined) return null;
  const { kernelShape: kernel_shape, strides, dilations } = sizes.window;
  const place = widen(signal.place, sizes);
  const patch = `patch_${draft.patches.size}`;
  const places = `${patch}_places`;
  draft.patches.set(patch, { tensor, cells: sizes.read, place });
  draft.nodes.push({
    op: "MaxPool",
    inputs: [patch],
    outputs: [`${patch}_maxima`, places],
    attributes: { kernel_shape, strides, dilations },
  });
  return pass(step, { place, name: addAt(draft, { signal: signal.name, places, patch }) });
}

// A cell that is the maximum of several windows gets the sum of their signals.
function addAt(
  draft: BackwardDraft,
  { signal, places, patch }: Readonly<Record<"signal" | "places" | "patch", string>>,
): string {
  const flat = holdNumbers(draft, [-1]);
  const [values, at, cells] = [signal, places, patch].map((name) =>
    emitNode(draft, "Reshape", [name, flat])
  );
  const zeros = emitNode(draft, "ConstantOfShape", [emitNode(draft, "Shape", [cells!])]);
  const added = emitNode(draft, "ScatterElements", [zeros, at!, values!], { reduction: "add" });
  return emitNode(draft, "Reshape", [added, emitNode(draft, "Shape", [patch])]);
}

function sendThroughConcat(step: Step): Sent {
  const { node, signal, trace, draft } = step;
  const axis = node.attributes.get("axis")?.int ?? 1;
  if (axis !== 1 && axis !== -3) return null;
  const sent: (readonly [string, Signal])[] = [];
  let begin = 0;
  for (const input of node.inputs) {
    const depth = countChannels(step, input);
    if (depth === undefined) return null;
    const bounds = [[begin], [begin + depth], [1]].map((list) => holdNumbers(draft, list));
    if (dependsOnPhoto(trace.tensors, input)) {
      sent.push([input, { ...signal, name: emitNode(draft, "Slice", [signal.name, ...bounds]) }]);
    }
    begin += depth;
  }
  return sent;
}

function hold({ draft }: Step, tensor: NewTensor): string {
  const name = `constant_${draft.constants.size}`;
  draft.constants.set(name, tensor);
  return name;
}
