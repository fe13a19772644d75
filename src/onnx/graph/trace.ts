import { isConstant } from "./computable.ts";
import type { Model } from "./model.ts";

// Operators that leave each channel of an image what it is, up to scale.
const CHANNEL_KEEPING = new Set([
  ..."Identity Cast Add Sub Mul Div Pad Transpose BatchNormalization Clip".split(" "),
  ..."QuantizeLinear DequantizeLinear Resize Upsample ImageScaler".split(" "),
]);

// What stands between a photo and the first convolution is some operators long.
const MAX_STEPS = 64;

/**
 * Follows a tensor back to the graph's input through operators that keep its
 * channels apart; null where others stand between.
 */
export function traceToInput(model: Model, tensor: string): string | null {
  const { inputs, initializers, producers } = model.graph;
  let name = tensor;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (inputs.has(name) && !initializers.has(name)) return name;
    const node = producers.get(name);
    if (node === undefined || !CHANNEL_KEEPING.has(node.op)) return null;
    name = node.inputs.find((input) => input !== "" && !isConstant(model, input)) ?? "";
  }
  return null;
}
