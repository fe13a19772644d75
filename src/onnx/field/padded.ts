import { findConstant } from "../constant/find_constant.ts";
import type { ConvLayer } from "../layer/conv_layer.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";
import type { Reach } from "../layer/reach.ts";

/** How many cells of a layer's input a Pad before it has made up, along each spatial axis. */
export interface Padded {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

const MAX_STEPS = 16;

/** Finds how many cells Pads right before a layer have made up. */
export function findPadded(
  model: Model,
  { input, shape }: Pick<ConvLayer, "input" | "shape">,
): Padded {
  const rank = (shape?.kernelShape.length ?? 0) + 2;
  let axes = Array.from({ length: rank - 2 }, (_, axis) => axis + 2);
  const begins = axes.map(() => 0);
  const ends = axes.map(() => 0);
  let name = input;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const node = model.graph.producers.get(name);
    if (node === undefined) break;
    if (node.op === "Transpose") axes = axes.map((axis) => readOrder(node)[axis] ?? axis);
    else if (node.op === "Pad") {
      const pads = readPads(model, node, rank);
      axes.forEach((axis, i) => {
        begins[i]! += Math.max(0, pads[axis] ?? 0);
        ends[i]! += Math.max(0, pads[axis + rank] ?? 0);
      });
    } else if (!keepsPlaces(node)) break;
    name = node.inputs[0] ?? "";
  }
  return { begins, ends };
}

// Every cell of its only map stays where it is.
function keepsPlaces(node: Node): boolean {
  const { space, operands } = findTraits(node);
  return space === "kept" && String(operands) === "0";
}

function readOrder({ attributes }: Node): readonly number[] {
  return attributes.get("perm")?.ints ?? [];
}

// Pads name the begin of every axis, then the end of every axis, of all or of those that are named.
function readPads(model: Model, { attributes, inputs }: Node, rank: number): readonly number[] {
  const read = (input: number): readonly number[] | null => {
    const constant = findConstant(model, inputs[input] ?? "");
    return constant && [...constant.evaluate().data];
  };
  const listed = attributes.get("pads")?.ints ?? read(1) ?? [];
  const named = read(3)?.map((axis) => axis < 0 ? axis + rank : axis);
  if (named === undefined) return listed;
  const pads: number[] = Array(2 * rank).fill(0);
  named.forEach((axis, i) => {
    pads[axis] = listed[i] ?? 0;
    pads[axis + rank] = listed[i + named.length] ?? 0;
  });
  return pads;
}

/**
 * Tells along each axis which cells of a layer's maps read padding, the layer's own or that of a
 * Pad before it.
 *
 * @param read How many cells the layer's input has along each axis.
 */
export function findPaddingReaders(
  reach: Reach,
  { begins, ends }: Padded,
  read: readonly number[],
): readonly (readonly boolean[])[] {
  return reach.map((cells, axis) => {
    const [first, end] = [begins[axis]!, read[axis]! - ends[axis]!];
    return cells.map((met) => met.some(({ cell }) => cell < first || cell >= end));
  });
}
