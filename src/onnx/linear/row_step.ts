import type { ComputedValues } from "../constant/weights.ts";
import { dependsOnPhoto, findDims, type Traced } from "../field/traced.ts";
import { findDenseOperator } from "../graph/dense_operator.ts";
import { isFlattening } from "../graph/flattening.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import { findKernels } from "../layer/kernels.ts";
import type { Node } from "../wire/node.ts";
import type { Stepping, SteppingStep } from "./stepping.ts";

/** A node that makes rows of numbers of maps, or goes on from there. */
export interface RowNode {
  readonly model: Model;
  readonly tensors: ReadonlyMap<string, Traced | Node>;
  readonly computed: ComputedValues;
  readonly node: Node;
  /** The only one of its inputs that depends on the photo. */
  readonly from: string;
}

/**
 * Plans the linear step of a node that brings maps to a cell each, lays them out as a row, or is a
 * fully connected layer; null for others. A row is taken for the maps that it was, so that a fully
 * connected layer behind it is a convolution by a window of their size.
 */
export function planRowStep(row: RowNode): SteppingStep | null {
  const { node, from, tensors } = row;
  const { pool } = findTraits(node);
  if (pool === "map" || node.op === "ReduceMean") return planMean(row);
  if (isFlattening(node)) {
    const written = findDims(tensors, node.outputs[0] ?? "");
    return written?.length === 2 && written[0] === 1 ? { kind: "pass", from } : null;
  }
  return planDense(row);
}

function planMean({ node, from, tensors }: RowNode): SteppingStep | null {
  const [, channels, ...space] = findDims(tensors, from) ?? [];
  const [, kept, ...left] = findDims(tensors, node.outputs[0] ?? "") ?? [];
  const isWhole = kept === channels && left.every((cells) => cells === 1);
  return space.length === 2 && isWhole ? { kind: "average", from, ...stepOnce(space) } : null;
}

function planDense({ model, node, from, tensors, computed }: RowNode): SteppingStep | null {
  const operator = findDenseOperator(node);
  if (operator === null || operator.weightScale !== null || node.inputs[0] !== from) return null;
  const kernels = findKernels(model, node, operator);
  const space = findSpace(model, tensors, from);
  if (kernels === null || space === null || !kernels.computed.every((name) => computed.has(name))) {
    return null;
  }
  const { data, dims: [count = 0, read = 0] } = kernels.evaluate(computed);
  const channels = read / space.reduce((a, b) => a * b, 1);
  const weights = { data, dims: [count, channels, ...space] };
  return { kind: "convolve", from, weights, group: 1, ...stepOnce(space) };
}

function stepOnce(kernelShape: readonly number[]): Stepping {
  return { kernelShape, strides: [1, 1], dilations: [1, 1], begins: [0, 0] };
}

// Of what is between a row and the maps that it was.
const MAX_STEPS = 64;

// The height and width of the maps that a row was, one after the other; null where it was none.
function findSpace(
  { graph }: Model,
  tensors: RowNode["tensors"],
  row: string,
): readonly number[] | null {
  let name = row;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const dims = findDims(tensors, name);
    const node = graph.producers.get(name);
    if (dims?.length === 4) return dims.slice(2);
    if (dims?.length !== 2 || node === undefined) return null;
    if (findDenseOperator(node) !== null || node.op === "ReduceMean") return [1, 1];
    name = node.inputs.find((input) => dependsOnPhoto(tensors, input)) ?? "";
  }
  return null;
}
