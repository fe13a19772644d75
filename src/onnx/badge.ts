import type { ConvShape } from "./conv_shape.ts";
import type { Kernels } from "./kernels.ts";
import type { Model } from "./model.ts";
import type { Node } from "./node.ts";

/** What is worth knowing of a layer before judging its kernels. */
export type Badge =
  | "batchnorm-folded"
  | "quantized"
  | "computed"
  | "shared"
  | "depthwise"
  | "not-capturable";

/** Finds the badges of a convolution in the main graph. */
export function findBadges(
  model: Model,
  node: Node,
  { kernels, shape, weight }: {
    readonly kernels: Kernels | null;
    readonly shape: ConvShape | null;
    readonly weight: string;
  },
): Badge[] {
  const badges: Badge[] = [];
  if (isFolded(model, node, weight)) badges.push("batchnorm-folded");
  if (kernels?.quantized) badges.push("quantized");
  if (kernels === null) badges.push("computed");
  if (kernels !== null && countUses(model, node.op, weight) > 1) badges.push("shared");
  if (shape !== null && shape.group > 1 && shape.group === shape.inChannels) {
    badges.push("depthwise");
  }
  return badges;
}

function countUses({ graph }: Model, op: string, weight: string): number {
  return (graph.consumers.get(weight) ?? []).filter((node) => node.op === op).length;
}

/**
 * Tells whether the weights include the scale of a BatchNorm, by the signs that
 * exporters leave: PyTorch's older one renames folded weights `onnx::Conv_16`,
 * its newer one notes the rewrite in the node's metadata and adds a bias
 * whose name ends with `_bias`.
 */
function isFolded(model: Model, node: Node, weight: string): boolean {
  const bias = node.inputs[2] ?? "";
  const rewritten = [...node.metadata.values()].some((value) =>
    value.includes("FuseBatchNormIntoConv")
  );
  const renamed = /^onnx::Conv(Transpose)?_\d+$/.test(weight);
  const added = /\.weight$/.test(weight) && /_bias$/.test(bias); // a layer's own is `.bias`
  const normalized = (model.graph.consumers.get(node.outputs[0] ?? "") ?? [])
    .some(({ op }) => op === "BatchNormalization");
  return rewritten || ((renamed || added) && !normalized);
}
