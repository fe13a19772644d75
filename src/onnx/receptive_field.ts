import type { Model } from "./model.ts";
import type { Node } from "./node.ts";
import { readWindow, type Window } from "./window.ts";

/** What one cell of a tensor reads of the photo, along each spatial axis, in pixels. */
export interface ReceptiveField {
  /** How many pixels a cell reads. */
  readonly size: readonly number[];
  /** How many pixels lie between what neighbouring cells read. */
  readonly stride: readonly number[];
  /** The first pixel that cell 0 reads; negative within the padding. */
  readonly offset: readonly number[];
}

const PIXEL: ReceptiveField = { size: [1, 1], stride: [1, 1], offset: [0, 0] };

const WINDOW_OPERATORS = new Set(["Conv", "MaxPool", "AveragePool", "LpPool"]);

// Operators whose every cell reads the cells of the same place, so that inputs are united.
const PLACE_KEEPING = new Set([
  ..."Add Sub Mul Div Max Min Pow Sum Mean Concat Identity Cast Dropout".split(" "),
  ..."Relu LeakyRelu PRelu Elu Selu Celu Gelu Clip Sigmoid HardSigmoid HardSwish".split(" "),
  ..."Mish Softplus Softsign Tanh Abs Neg Exp Log Sqrt BatchNormalization LRN".split(" "),
]);

/**
 * Finds the receptive field of every tensor that depends on the image `input`
 * through windows and operators that keep places. Branches take the union.
 *
 * With field size r, stride j and offset o, a window of extent k, stride s,
 * dilation d and padding p gives r + (k − 1) d j, s j and o − p j.
 *
 * Source: Araujo et al., Computing Receptive Fields of Convolutional Neural
 * Networks, Distill 2019.
 */
export function findReceptiveFields(model: Model, input: string): Map<string, ReceptiveField> {
  const fields = new Map([[input, PIXEL]]);
  const { initializers } = model.graph;
  for (const node of model.graph.nodes) {
    const read = node.inputs.filter((name) => name !== "" && !initializers.has(name));
    const field = findField(model, node, read.map((name) => fields.get(name) ?? null));
    if (field === null) continue;
    for (const output of node.outputs) fields.set(output, field);
  }
  return fields;
}

function findField(
  model: Model,
  node: Node,
  inputs: readonly (ReceptiveField | null)[],
): ReceptiveField | null {
  const [first = null] = inputs;
  if (first === null) return null;
  if (WINDOW_OPERATORS.has(node.op)) return widen(first, findWindow(model, node));
  if (PLACE_KEEPING.has(node.op)) return unite(inputs);
  return null;
}

function findWindow(model: Model, node: Node): Window | null {
  const weights = node.op === "Conv" ? model.graph.initializers.get(node.inputs[1] ?? "") : null;
  const kernelShape = weights?.dims.slice(2) ?? node.attributes.get("kernel_shape")?.ints;
  return kernelShape === undefined ? null : readWindow(node, kernelShape);
}

function widen(field: ReceptiveField, window: Window | null): ReceptiveField | null {
  if (window === null || window.kernelShape.length !== field.size.length) return null;
  const { kernelShape, strides, dilations, pads } = window;
  const { size, stride, offset } = field;
  return {
    size: size.map((r, axis) => r + (kernelShape[axis]! - 1) * dilations[axis]! * stride[axis]!),
    stride: stride.map((j, axis) => j * strides[axis]!),
    offset: offset.map((o, axis) => o - pads[axis]! * stride[axis]!),
  };
}

function unite(fields: readonly (ReceptiveField | null)[]): ReceptiveField | null {
  return fields.reduce((a, b) => a && b && uniteTwo(a, b));
}

function uniteTwo(a: ReceptiveField, b: ReceptiveField): ReceptiveField | null {
  if (String(a.stride) !== String(b.stride)) return null;
  const offset = a.offset.map((begin, axis) => Math.min(begin, b.offset[axis]!));
  const size = offset.map((begin, axis) =>
    Math.max(a.offset[axis]! + a.size[axis]!, b.offset[axis]! + b.size[axis]!) - begin
  );
  return { size, stride: a.stride, offset };
}
