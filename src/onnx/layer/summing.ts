import type { Bias } from "./bias.ts";
import type { Constant } from "../constant/constant.ts";
import { findConstant } from "../constant/find_constant.ts";
import type { ConvOperator } from "../graph/conv_operator.ts";
import { findElementType } from "../graph/element_type.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import type { DataType } from "../wire/proto.ts";

/** How a cell of a map comes about: as the sum of products and bias, or as that sum, rounded. */
export type Summing =
  | { readonly kind: "exact" }
  | {
    readonly kind: "rounded";
    /** What it is rounded to multiples of; null where the steps grow with the numbers. */
    readonly step: Constant | null;
  };

const ROUGH: ReadonlySet<DataType> = new Set(["float16", "bfloat16"]);

/** Finds how the cells of a convolution come about; null where more than a sum is behind them. */
export function findSumming(
  model: Model,
  node: Node,
  operator: ConvOperator,
  bias: Bias | null,
): Summing | null {
  if (bias !== null && bias.evaluate === null) return null;
  if (operator.deformed) return null;
  if (operator.outputScale !== null) {
    const step = findConstant(model, node.inputs[operator.outputScale.scale] ?? "");
    return step && { kind: "rounded", step };
  }
  const type = findElementType(model, node.inputs[operator.weights] ?? "");
  return type !== null && ROUGH.has(type) ? { kind: "rounded", step: null } : { kind: "exact" };
}
