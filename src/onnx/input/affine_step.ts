import { countElements } from "../../tensor/tensor.ts";
import { findConstant } from "../constant/find_constant.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";

/** What a node makes of a value, scale * value + shift: for each channel, or one for all. */
export interface Affine {
  readonly scale: readonly number[];
  readonly shift: readonly number[];
}

/** Finds what a node makes of the values of `tensor`; null where that is more than this. */
export function findAffine(model: Model, node: Node, tensor: string): Affine | null {
  const { op, inputs } = node;
  switch (op) {
    case "Add":
    case "Sub":
    case "Mul":
    case "Div": {
      const first = inputs[0] === tensor;
      const values = readChannels(model, inputs[first ? 1 : 0]);
      return values && findArithmetic(op, values, first);
    }
    case "ImageScaler": {
      const { attributes } = node;
      return {
        scale: [attributes.get("scale")?.float ?? 1],
        shift: attributes.get("bias")?.floats ?? [0],
      };
    }
    case "BatchNormalization":
      return findNormalization(model, node);
    case "DequantizeLinear":
      return findDequantization(model, node);
    default:
      return null;
  }
}

function findArithmetic(
  op: "Add" | "Sub" | "Mul" | "Div",
  values: readonly number[],
  first: boolean,
): Affine | null {
  switch (op) {
    case "Add":
      return { scale: [1], shift: values };
    case "Sub":
      return first
        ? { scale: [1], shift: values.map((value) => -value) }
        : { scale: [-1], shift: values };
    case "Mul":
      return { scale: values, shift: [0] };
    case "Div":
      return first ? { scale: values.map((value) => 1 / value), shift: [0] } : null;
  }
}

function findNormalization(model: Model, { inputs, attributes }: Node): Affine | null {
  const [gain, bias, mean, variance] = inputs.slice(1, 5).map((name) => readChannels(model, name));
  if (!gain || !bias || !mean || !variance) return null;
  const epsilon = attributes.get("epsilon")?.float ?? 1e-5;
  const scale = gain.map((value, c) => value / Math.sqrt(variance[c]! + epsilon));
  return { scale, shift: bias.map((value, c) => value - mean[c]! * scale[c]!) };
}

function findDequantization(model: Model, { inputs }: Node): Affine | null {
  const scale = readChannels(model, inputs[1]);
  const zero = inputs[2] ? readChannels(model, inputs[2]) : [0];
  if (scale === null || zero === null) return null;
  return { scale, shift: scale.map((step, c) => -step * (zero[c] ?? zero[0]!)) };
}

const MOST_CHANNELS = 4;

// A photo's numbers, each pixel of a mean photo among them.
const MOST_VALUES = 1 << 24;

function readChannels(model: Model, name: string | undefined): readonly number[] | null {
  const constant = findConstant(model, name ?? "");
  const count = constant === null ? 0 : countElements(constant.dims);
  if (constant === null || count === 0 || count > MOST_VALUES) return null;
  const values = constant.evaluate().data;
  if (!values.every(Number.isFinite)) return null;
  if (count <= MOST_CHANNELS) return [...values];
  return [values.reduce((sum, value) => sum + value / count, 0)];
}
