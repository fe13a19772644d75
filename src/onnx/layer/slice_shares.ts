import {
  createDraft,
  emitNode,
  finishDraft,
  type GraphDraft,
  holdNumbers,
} from "../write/graph_draft.ts";
import { countElements } from "../../tensor/tensor.ts";
import type { NewGraph } from "../write/encode.ts";
import type { ConvShape } from "./conv_shape.ts";
import { resolvePads, type WindowCells } from "./window.ts";

/** The inputs of the graph: the maps that a group of kernels reads, [channels, height, width]. */
export const SHARES_INPUT = "read";
/** Its own maps less their means, [kernels, height × width]. */
export const SHARES_MAPS = "maps";
/** And its kernels, [kernels, channels, height, width]. */
export const SHARES_KERNELS = "kernels";
/** Its output: the scalar products [1, kernels, channels]. */
export const SHARES = "products";

/**
 * Plans the graph that multiplies each map of a convolution with what every input slice of its
 * kernel gives to it, without these terms. With the taps (y, x) of a kernel w, what they read of an
 * input, and a map m less its mean:
 *
 *     Σ_cells m(cell) term(cell) = Σ_taps w(tap) Σ_cells m(cell) read(cell, tap)
 *
 * The inner sum is the gradient of the weights in training: a matrix product for each tap.
 */
export function planShares(shape: ConvShape, cells: WindowCells): NewGraph {
  const { kernelShape: [, columns = 1], inChannels, outChannels, group } = shape;
  const taps = countElements(shape.kernelShape);
  const draft = createDraft();
  const weights = splitTaps(draft, [taps, outChannels / group, inChannels / group]);
  const padded = pad(draft, resolvePads(shape, cells));
  const products = weights.map((tap, i) => {
    const read = readTap(draft, padded, {
      shape,
      cells,
      tap: [Math.floor(i / columns), i % columns],
    });
    const gradient = emitNode(draft, "Gemm", [SHARES_MAPS, read], { transB: 1 });
    return emitNode(draft, "Mul", [tap, gradient]);
  });
  draft.nodes.push({ op: "Sum", inputs: products, outputs: [SHARES] });
  const inputs = new Map([[SHARES_INPUT, 3], [SHARES_MAPS, 2], [SHARES_KERNELS, 4]]);
  return finishDraft(draft, inputs, [SHARES]);
}

// The weights of each tap, [1, kernels, channels].
function splitTaps(draft: GraphDraft, sizes: readonly [taps: number, ...number[]]): string[] {
  const turned = emitNode(draft, "Transpose", [SHARES_KERNELS], { perm: [2, 3, 0, 1] });
  const inputs = [emitNode(draft, "Reshape", [turned, holdNumbers(draft, sizes)])];
  const outputs = Array.from({ length: sizes[0] }, (_, i) => `tap_${i}`);
  draft.nodes.push({ op: "Split", inputs, outputs, attributes: { axis: 0 } });
  return outputs;
}

function pad(draft: GraphDraft, pads: readonly number[]): string {
  if (pads.every((cells) => cells === 0)) return SHARES_INPUT;
  const [top = 0, left = 0, bottom = 0, right = 0] = pads;
  return emitNode(draft, "Pad", [
    SHARES_INPUT,
    holdNumbers(draft, [0, top, left, 0, bottom, right]),
  ]);
}

// What a tap reads for every cell, [channels, cells].
function readTap(
  draft: GraphDraft,
  padded: string,
  { shape: { strides, dilations }, cells: { written }, tap }: {
    readonly shape: ConvShape;
    readonly cells: WindowCells;
    readonly tap: readonly number[];
  },
): string {
  const begins = tap.map((at, axis) => at * dilations[axis]!);
  const ends = begins.map((begin, axis) => begin + (written[axis]! - 1) * strides[axis]! + 1);
  const bounds = [begins, ends, [1, 2], strides].map((numbers) => holdNumbers(draft, numbers));
  const read = emitNode(draft, "Slice", [padded, ...bounds]);
  return emitNode(draft, "Reshape", [read, holdNumbers(draft, [0, -1])]);
}
