import { isConstant } from "./computable.ts";
import type { ConvLayer } from "./conv_layer.ts";
import type { Model } from "./model.ts";

// Operators that leave the channels of maps in their order, each to itself.
const CHANNEL_KEEPING = new Set([
  ..."MaxPool AveragePool LpPool LRN Pad Resize Upsample Dropout Identity Cast".split(" "),
  ..."BatchNormalization InstanceNormalization Relu LeakyRelu PRelu Clip Elu Selu".split(" "),
  ..."Sigmoid Tanh HardSigmoid HardSwish Softplus QuantizeLinear DequantizeLinear".split(" "),
  ..."Add Sub Mul Div".split(" "),
]);

const MAX_STEPS = 64;

/**
 * Finds the layer whose kernel j makes the map that `layer` reads as its input j; null where the
 * maps of several layers come together, or where it reads something else.
 */
export function findSourceLayer(
  model: Model,
  layer: ConvLayer,
  layers: readonly ConvLayer[],
): ConvLayer | null {
  let name = layer.input;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const source = layers.find(({ output, chain }) => name === output || name === chain?.output);
    if (source) return source;
    const node = model.graph.producers.get(name);
    if (node === undefined || !CHANNEL_KEEPING.has(node.op)) return null;
    const read = node.inputs.filter((input) => input !== "" && !isConstant(model, input));
    if (read.length !== 1) return null; // a sum of several
    name = read[0]!;
  }
  return null;
}
