import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { ConvShape } from "./conv_shape.ts";
import type { NewGraph } from "../write/encode.ts";
import { resolvePads, type WindowCells } from "./window.ts";

/** The inputs of the graph: the maps that a convolution reads, [1, inChannels, height, width]. */
export const TERMS_INPUT = "maps";
/** And the slices of its kernels, as {@linkcode sortByInput} lays them. */
export const TERMS_SLICES = "slices";
/** Its output: [1, inChannels × kernels, height, width], all kernels of an input side by side. */
export const TERMS = "terms";

/** Some kernels of every group: those from `from` up to, not including, `to`. */
export interface KernelRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Plans the graph that convolves every input slice of a convolution's kernels
 * with its own input map, without adding them up: one convolution for each
 * input channel.
 */
export function planTerms(shape: ConvShape, cells: WindowCells): NewGraph {
  const { inChannels, kernelShape: kernel_shape, strides, dilations } = shape;
  const attributes = {
    kernel_shape,
    strides,
    dilations,
    pads: resolvePads(shape, cells),
    group: inChannels,
  };
  return {
    nodes: [{ op: "Conv", inputs: [TERMS_INPUT, TERMS_SLICES], outputs: [TERMS], attributes }],
    constants: new Map(),
    inputs: new Map([
      [TERMS_INPUT, [1, inChannels, null, null]],
      [TERMS_SLICES, [null, 1, ...kernel_shape]],
    ]),
    outputs: [TERMS],
  };
}

/**
 * Sorts kernels by what they read: [outChannels, inChannels / group, …] to [inChannels × kernels of
 * the range, 1, …].
 */
export function sortByInput(shape: ConvShape, kernels: Tensor, { from, to }: KernelRange): Tensor {
  const { inChannels, outChannels, group, kernelShape } = shape;
  const size = countElements(kernelShape);
  const inputs = inChannels / group;
  const perGroup = outChannels / group;
  const count = to - from;
  const data = new Float32Array(inChannels * count * size);
  for (let c = 0; c < inChannels; c++) {
    const first = Math.floor(c / inputs) * perGroup;
    for (let k = from; k < to; k++) {
      const slice = ((first + k) * inputs + c % inputs) * size;
      data.set(kernels.data.subarray(slice, slice + size), (c * count + k - from) * size);
    }
  }
  return { data, dims: [inChannels * count, 1, ...kernelShape] };
}
