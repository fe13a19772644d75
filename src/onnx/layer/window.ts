import { findConvOperator } from "../graph/conv_operator.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";
import { findWeights } from "../constant/weights.ts";
import { createError } from "../../reason/error.ts";

/** How a window, of a convolution or a pool, steps over its input. */
export interface Window {
  /** The extent along each spatial axis, height first. */
  readonly kernelShape: readonly number[];
  /** How many cells the kernel goes on, along each axis. */
  readonly strides: readonly number[];
  /** How far apart the cells are that it reads, along each axis. */
  readonly dilations: readonly number[];
  /**
   * The padding at the begin of every axis, then at the end of every axis. With
   * an `autoPad` of SAME it depends on the input's size, and is given for a
   * size that the strides divide.
   */
  readonly pads: readonly number[];
  /** ONNX's `auto_pad`. */
  readonly autoPad: string;
  /** Whether a pool takes a last step that reaches beyond its input. */
  readonly ceilMode: boolean;
}

/** Reads the attributes of a node that slides a window, with ONNX's defaults. */
export function readWindow(node: Node, kernelShape: readonly number[]): Window {
  const axes = kernelShape.length;
  const autoPad = node.attributes.get("auto_pad")?.string || "NOTSET";
  const strides = findInts(node, "strides", axes) ?? Array(axes).fill(1);
  const dilations = findInts(node, "dilations", axes) ?? Array(axes).fill(1);
  const added = findInts(node, "output_padding", axes) ?? Array(axes).fill(0);
  requireSteps(node, "strides", strides);
  requireSteps(node, "dilations", dilations);
  const pads = autoPad === "NOTSET"
    ? findInts(node, "pads", 2 * axes) ?? Array(2 * axes).fill(0)
    : resolveAutoPad(autoPad, { kernelShape, strides, dilations }, added);
  const ceilMode = node.attributes.get("ceil_mode")?.int === 1;
  return { kernelShape, strides, dilations, pads, autoPad, ceilMode };
}

/** Finds the window that a convolution or a pool slides; null for other nodes. */
export function findWindow(model: Model, node: Node): Window | null {
  const operator = findConvOperator(node.domain, node.op);
  const slides = operator === null ? findTraits(node).pool === "window" : !operator.deformed;
  if (!slides) return null;
  const weights = operator && findWeights(model, node.inputs[operator.weights] ?? "");
  const kernelShape = weights?.dims.slice(2) ?? node.attributes.get("kernel_shape")?.ints;
  return kernelShape === undefined ? null : readWindow(node, kernelShape);
}

/** Finds an attribute of whole numbers; null where the node leaves it out. */
export function findInts(node: Node, name: string, count: number): readonly number[] | null {
  const values = node.attributes.get(name)?.ints ?? [];
  if (values.length === 0) return null;
  if (values.length === count) return values;
  throw createError(SyntaxError, {
    code: "attribute-length",
    ...{ op: node.op, node: node.name, attribute: name, found: values, expected: count },
  });
}

function requireSteps(node: Node, name: string, values: readonly number[]): void {
  if (values.every((value) => value >= 1)) return;
  throw createError(SyntaxError, {
    code: "attribute-below-one",
    ...{ op: node.op, node: node.name, attribute: name, found: values },
  });
}

/** How many cells a window reads and writes along each axis. */
export interface WindowCells {
  readonly read: readonly number[];
  readonly written: readonly number[];
}

/** Gives the padding of a window where it is known how many cells it reads and writes. */
export function resolvePads(window: Window, { read, written }: WindowCells): readonly number[] {
  if (!window.autoPad.startsWith("SAME")) return window.pads;
  const totals = read.map((cells, axis) => {
    const reach = (window.kernelShape[axis]! - 1) * window.dilations[axis]! + 1;
    return Math.max(0, (written[axis]! - 1) * window.strides[axis]! + reach - cells);
  });
  return splitPads(window.autoPad, totals);
}

// SAME pads so that the output has ⌈input ÷ stride⌉ cells; the odd pixel goes to the end for
// SAME_UPPER and to the begin for SAME_LOWER.
function resolveAutoPad(
  autoPad: string,
  window: Pick<Window, "kernelShape" | "strides" | "dilations">,
  added: readonly number[],
): number[] {
  const totals = window.kernelShape.map((extent, axis) =>
    autoPad === "VALID" ? 0 : Math.max(
      0,
      (extent - 1) * window.dilations[axis]! + 1 + added[axis]! - window.strides[axis]!,
    )
  );
  return splitPads(autoPad, totals);
}

function splitPads(autoPad: string, totals: readonly number[]): number[] {
  const less = totals.map((total) => Math.floor(total / 2));
  const more = totals.map((total) => Math.ceil(total / 2));
  return autoPad === "SAME_LOWER" ? [...more, ...less] : [...less, ...more];
}
