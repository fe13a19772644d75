import { selectLayers } from "../config/selector/selector.ts";
import { onnxRuntime } from "../host/session.ts";
import { findConvLayers } from "../onnx/layer/conv_layer.ts";
import { cutModel } from "../onnx/write/cut.ts";
import { findFeeds, type InputValues } from "../onnx/input/feed.ts";
import { layoutBatch } from "../onnx/input/photo_batch.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { Node } from "../onnx/wire/node.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { requireLevels } from "../jobs/input_check.ts";

/** What {@linkcode captureMaps} captures. */
export interface CaptureOptions {
  /**
   * The nodes whose first output is captured, of any operator: a name, a glob,
   * `#0` for the first node, `op:Relu`, each with `!` before it to leave it
   * out. By default every convolution.
   */
  readonly nodes?: readonly string[];
  /** The input that takes the photo; by default the one that looks most like it. */
  readonly image?: string;
  /** Values for inputs that take no photo, by their names. */
  readonly inputs?: InputValues;
}

/**
 * Runs a model up to the chosen nodes and gives what they write, as a hook on
 * a PyTorch module would. The model is cut to what these nodes need, and graph
 * optimisation is off, so that each output is the node's own.
 *
 * @param model A model of {@linkcode readModel}.
 * @param input One photo [channels, height, width] or a batch [n, channels,
 * height, width], preprocessed.
 * @param options The nodes.
 * @returns By the node's name, or its output's where it has none: the output
 * with its batch axis, [n, channels, height, width] for a convolution.
 * @throws {RangeError} If a selector matches no node, or the input takes whole numbers and gets
 * others.
 * @throws {TypeError} If the model takes no such input.
 *
 * @example Maps before and after the activation
 * ```ts
 * import { captureMaps, readModel } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const model = readModel(await Deno.readFile("fixtures/miniature.onnx"));
 * const photo = { data: new Float32Array(3 * 64 * 64), dims: [3, 64, 64] };
 * const maps = await captureMaps(model, photo, { nodes: ["conv1", "relu1"] });
 * assert.deepEqual(maps.get("relu1")?.dims, [1, 32, 32, 32]);
 * ```
 */
export async function captureMaps(
  model: Model,
  input: Tensor,
  options: CaptureOptions = {},
): Promise<Map<string, Tensor>> {
  const nodes = chooseNodes(model, options.nodes);
  const taps = nodes.map((node) => ({ tensor: outputOf(node), quantization: null }));
  const submodel = cutModel(model, taps);
  const { image, constants } = findFeeds(model, submodel.inputs, {
    values: options.inputs ?? {},
    image: options.image ?? null,
  });
  requireLevels(input, image);
  const photo = input.dims.length === 3 ? layoutBatch(input, image) : input;
  const session = await onnxRuntime.open(submodel);
  try {
    const outputs = await session.run(new Map([...constants, [image.feed, photo]]));
    return new Map(
      nodes.map((node, i) => [node.name || outputOf(node), outputs.get(submodel.outputs[i]!)!]),
    );
  } finally {
    await session.close();
  }
}

function chooseNodes(model: Model, selectors: readonly string[] | undefined): readonly Node[] {
  if (selectors === undefined) return findConvLayers(model).map(({ node }) => node);
  const { nodes } = model.graph;
  return selectLayers(selectors, nodes).map((i) => nodes[i]!);
}

function outputOf(node: Node): string {
  return node.outputs[0] ?? "";
}
