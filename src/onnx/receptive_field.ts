import { findConstant } from "./constant.ts";
import type { Model } from "./model.ts";
import type { Node } from "./node.ts";
import { findWindow, type Window } from "./window.ts";

/** What one cell of a tensor reads of the photo, along each spatial axis, in pixels. */
export interface ReceptiveField {
  /** How many pixels a cell reads. */
  readonly size: readonly number[];
  /** How many pixels lie between what neighbouring cells read. */
  readonly stride: readonly number[];
  /** The first pixel that cell 0 reads; negative within the padding. */
  readonly offset: readonly number[];
}

/** A receptive field, and how many cells there are along each axis, where the photo's size is known. */
export interface Extent {
  readonly field: ReceptiveField;
  readonly cells: readonly number[] | null;
}

/**
 * Finds the receptive field of every tensor that depends on the image `input`;
 * null where it reads the whole photo, or the way to it is not known. Branches
 * take the union.
 *
 * With field size r, stride j and offset o, a window of extent k, stride s,
 * dilation d and padding p gives r + (k − 1) d j, s j and o − p j.
 *
 * Source: Araujo et al., Computing Receptive Fields of Convolutional Neural
 * Networks, Distill 2019.
 */
export function findExtents(
  model: Model,
  input: string,
  cells: readonly number[] | null,
): ReadonlyMap<string, Extent | null> {
  const pixel = { size: [1, 1], stride: [1, 1], offset: [0, 0] };
  const extents = new Map<string, Extent | null>([[input, { field: pixel, cells }]]);
  for (const node of model.graph.nodes) {
    const read = node.inputs.filter((name) => extents.has(name)).map((name) => extents.get(name)!);
    if (read.length === 0) continue; // nothing of the photo
    const extent = tryFollow(model, node, read, extents.get(node.inputs[0] ?? "") ?? null);
    for (const output of node.outputs) extents.set(output, extent);
  }
  return extents;
}

// Behind a node that contradicts itself the way is not known; its layer tells why.
function tryFollow(...args: Parameters<typeof follow>): Extent | null {
  try {
    return follow(...args);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const UNITING = new Set([
  ..."Add Sub Mul Div Max Min Pow Sum Mean Concat PRelu Where Mod".split(" "),
  ..."QLinearAdd QLinearMul QLinearConcat BiasGelu".split(" "),
]);

const KEEPING = new Set([
  ..."Identity Cast Dropout Relu LeakyRelu ThresholdedRelu Elu Selu".split(" "),
  ..."Celu Gelu Clip Sigmoid HardSigmoid HardSwish Swish Mish Softplus Softsign Tanh Abs".split(
    " ",
  ),
  ..."Neg Exp Log Sqrt Erf Reciprocal Floor Ceil Round Sign BatchNormalization LRN".split(" "),
  ..."ImageScaler QuantizeLinear DequantizeLinear DynamicQuantizeLinear FastGelu".split(" "),
  ..."QuickGelu QLinearSigmoid QLinearLeakyRelu ChannelShuffle".split(" "),
]);

function follow(
  model: Model,
  node: Node,
  read: readonly (Extent | null)[],
  first: Extent | null,
): Extent | null {
  if (UNITING.has(node.op)) return read.reduce(unite);
  if (first === null) return null;
  if (KEEPING.has(node.op)) return first;
  const window = findWindow(model, node);
  if (window !== null) {
    return node.op === "ConvTranspose" ? spread(first, window, node) : widen(first, window);
  }
  switch (node.op) {
    case "Pad":
      return pad(first, readNumbers(model, node, "pads", 1));
    case "Upsample":
      return enlarge(first, readNumbers(model, node, "scales", 1));
    case "Resize":
      return enlarge(first, readNumbers(model, node, "scales", node.inputs.length > 2 ? 2 : 1));
    case "DepthToSpace":
      return enlarge(first, Array(2).fill(node.attributes.get("blocksize")?.int ?? 1));
    case "Slice":
      return keepsSpace(readNumbers(model, node, "axes", 3)) ? first : null;
    case "Split":
      return keepsSpace([node.attributes.get("axis")?.int ?? 0]) ? first : null;
    case "Transpose":
      return keepsAxes(node) ? first : null;
    case "Reshape":
      return keepsCells(first, readNumbers(model, node, "shape", 1)) ? first : null;
    default:
      return null;
  }
}

function unite(a: Extent | null, b: Extent | null): Extent | null {
  if (a === null || b === null || String(a.field.stride) !== String(b.field.stride)) return null;
  const offset = a.field.offset.map((begin, axis) => Math.min(begin, b.field.offset[axis]!));
  const size = offset.map((begin, axis) => Math.max(endOf(a, axis), endOf(b, axis)) - begin);
  return { field: { size, stride: a.field.stride, offset }, cells: a.cells };
}

function endOf({ field }: Extent, axis: number): number {
  return field.offset[axis]! + field.size[axis]!;
}

function widen({ field, cells }: Extent, window: Window): Extent | null {
  const { kernelShape, strides, dilations, pads } = window;
  if (kernelShape.length !== field.size.length) return null;
  const { size, stride, offset } = field;
  return {
    field: {
      size: size.map((r, axis) => r + (kernelShape[axis]! - 1) * dilations[axis]! * stride[axis]!),
      stride: stride.map((j, axis) => j * strides[axis]!),
      offset: offset.map((o, axis) => o - pads[axis]! * stride[axis]!),
    },
    cells: cells && cells.map((count, axis) => countSteps(count, window, axis)),
  };
}

function countSteps(count: number, window: Window, axis: number): number {
  const { kernelShape, strides, dilations, pads, autoPad, ceilMode } = window;
  if (autoPad.startsWith("SAME")) return Math.ceil(count / strides[axis]!);
  const padded = count + pads[axis]! + pads[axis + kernelShape.length]!;
  const steps = (padded - (kernelShape[axis]! - 1) * dilations[axis]! - 1) / strides[axis]!;
  if (!ceilMode) return Math.floor(steps) + 1;
  const begun = Math.ceil((count + pads[axis]!) / strides[axis]!); // none begins in the end's padding
  return Math.min(Math.ceil(steps) + 1, begun);
}

// Cell o of a transposed convolution reads the cells i with o = i s − p + t d, 0 <= t < k.
// Where it declares its output's size, its padding is what is left.
function spread({ field, cells }: Extent, window: Window, node: Node): Extent | null {
  const { kernelShape, strides, dilations, pads } = window;
  if (kernelShape.length !== field.size.length || node.attributes.has("output_shape")) return null;
  const added = node.attributes.get("output_padding")?.ints ?? [];
  const { size, stride, offset } = field;
  const reach = kernelShape.map((extent, axis) => (extent - 1) * dilations[axis]!);
  return {
    field: {
      size: size.map((r, axis) => r + Math.floor(reach[axis]! / strides[axis]!) * stride[axis]!),
      stride: stride.map((j, axis) => j / strides[axis]!),
      offset: offset.map((o, axis) =>
        o + Math.ceil((pads[axis]! - reach[axis]!) / strides[axis]!) * stride[axis]!
      ),
    },
    cells: cells &&
      cells.map((count, axis) =>
        (count - 1) * strides[axis]! + reach[axis]! + 1 + (added[axis] ?? 0) - pads[axis]! -
        pads[axis + kernelShape.length]!
      ),
  };
}

// Pads name the begin of every axis, then the end of every axis; the spatial ones are the last two.
function pad({ field, cells }: Extent, pads: readonly number[] | null): Extent | null {
  if (pads === null || pads.length !== 8) return null;
  const begins = pads.slice(2, 4);
  const ends = pads.slice(6, 8);
  const offset = field.offset.map((o, axis) => o - begins[axis]! * field.stride[axis]!);
  return {
    field: { ...field, offset },
    cells: cells && cells.map((count, axis) => count + begins[axis]! + ends[axis]!),
  };
}

function enlarge({ field, cells }: Extent, scales: readonly number[] | null): Extent | null {
  const spatial = scales?.slice(-2) ?? [];
  if (spatial.length < 2 || spatial.some((scale) => !(scale > 0))) return null;
  return {
    field: { ...field, stride: field.stride.map((j, axis) => j / spatial[axis]!) },
    cells: cells && cells.map((count, axis) => Math.floor(count * spatial[axis]!)),
  };
}

function readNumbers(
  model: Model,
  { attributes, inputs }: Node,
  name: string,
  input: number,
): readonly number[] | null {
  const attribute = attributes.get(name);
  const listed = attribute?.ints ?? attribute?.floats;
  if (listed !== undefined) return listed;
  const constant = findConstant(model, inputs[input] ?? "");
  return constant && [...constant.evaluate().data];
}

// Only samples or channels are taken apart: axes 0 and 1 of four.
function keepsSpace(axes: readonly number[] | null): boolean {
  return axes !== null && axes.every((axis) => [0, 1, -4, -3].includes(axis));
}

// Height still stands right before width. They are the last two axes, unless channels come last,
// as they do where axis 3 of four moves to the second place.
function keepsAxes({ attributes }: Node): boolean {
  const order = attributes.get("perm")?.ints ?? [];
  const channelsLast = order.length === 4 && order[1] === 3;
  const height = channelsLast ? 1 : order.length - 2;
  return order.indexOf(height) + 1 === order.indexOf(height + 1);
}

function keepsCells({ cells }: Extent, shape: readonly number[] | null): boolean {
  return cells !== null && shape !== null && String(shape.slice(-2)) === String(cells);
}
