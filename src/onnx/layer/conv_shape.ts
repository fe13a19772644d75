import type { Node } from "../wire/node.ts";
import { findInts, readWindow, type Window } from "./window.ts";
import { createError } from "../../reason/error.ts";

/** The sizes of a convolution's kernels and how they step over its input. */
export interface ConvShape extends Window {
  /** How many groups the channels are in, each convolved by itself. */
  readonly group: number;
  /** How many channels it reads. */
  readonly inChannels: number;
  /** How many channels, and kernels, it makes. */
  readonly outChannels: number;
}

/**
 * Reads the shape of a Conv node whose weights have the dims [outChannels,
 * inChannels / group, …kernelShape].
 *
 * @throws {SyntaxError} If its attributes contradict these dims.
 */
export function readConvShape(node: Node, dims: readonly number[]): ConvShape {
  const [outChannels = 0, channels = 0, ...kernelShape] = dims;
  const group = node.attributes.get("group")?.int ?? 1;
  if (dims.some((dim) => dim < 1)) {
    throw createError(SyntaxError, { code: "no-kernel", op: node.op, node: node.name, dims });
  }
  const declared = findInts(node, "kernel_shape", kernelShape.length) ?? kernelShape;
  if (String(declared) !== String(kernelShape) || group < 1 || outChannels % group !== 0) {
    throw createError(SyntaxError, {
      code: "kernel-misfit",
      ...{ op: node.op, node: node.name, dims, kernelShape: declared, group },
    });
  }
  return { ...readWindow(node, kernelShape), group, inChannels: channels * group, outChannels };
}
