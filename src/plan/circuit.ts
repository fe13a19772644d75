import type { ConvLayer } from "../onnx/layer/conv_layer.ts";

/** Tells whether the maps of a layer are sums of more than one slice that can be told apart. */
export function hasCircuit({ node, shape, kernels, readsInput }: ConvLayer): boolean {
  return node.domain === "" && node.op === "Conv" && kernels !== null && readsInput === null &&
    shape !== null && shape.kernelShape.length === 2 && shape.inChannels > shape.group;
}
