import type { ConvOperator } from "../graph/conv_operator.ts";
import type { ConvShape } from "./conv_shape.ts";
import { findFold } from "./fold.ts";
import type { Kernels } from "./kernels.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";

/** What is worth knowing of a layer before judging its kernels. */
export type Badge =
  | "batchnorm-folded"
  | "weights-folded"
  | "quantized"
  | "derived"
  | "computed"
  | "shared"
  | "depthwise"
  | "fully-connected"
  | "not-capturable";

/** Finds the badges of a convolution. */
export function findBadges(
  model: Model,
  node: Node,
  { kernels, shape, operator, shared, isComputed, isHidden }: {
    readonly kernels: Kernels | null;
    readonly shape: ConvShape | null;
    readonly operator: ConvOperator;
    /** Whether another layer is made of the same stored weights. */
    readonly shared: boolean;
    /** Whether the model makes the weights while it runs. */
    readonly isComputed: boolean;
    /** Whether its maps are out of reach. */
    readonly isHidden: boolean;
  },
): Badge[] {
  const badges: Badge[] = isHidden ? ["not-capturable"] : [];
  if (operator.factors !== null) badges.push("fully-connected");
  const fold = findFold(model, node, operator);
  if (fold !== null) badges.push(fold);
  if (kernels?.quantized) badges.push("quantized");
  if (kernels !== null && kernels.computed.length > 0) badges.push("derived");
  if (isComputed) badges.push("computed");
  if (shared) badges.push("shared");
  if (shape !== null && shape.group > 1 && shape.group === shape.inChannels) {
    badges.push("depthwise");
  }
  return badges;
}
