import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { ConvOperator } from "../graph/conv_operator.ts";
import { dequantize } from "../constant/dequantize.ts";
import type { ConvNode } from "./conv_node.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import {
  type ComputedValues,
  findWeights,
  isUnmeasured,
  type Weights,
} from "../constant/weights.ts";

/**
 * What a convolution adds to every cell of a map, one number for each kernel. What a node behind it
 * adds is not its own.
 */
export interface Bias {
  /** The name of the tensor. */
  readonly tensor: string;
  /** The tensors that the runtime has to compute before it can be evaluated. */
  readonly computed: readonly string[];
  /** Whether its dims are known only when the runtime has computed it. */
  readonly unmeasured: boolean;
  /** Reads the numbers; null where the model computes them while it runs. */
  readonly evaluate: ((values?: ComputedValues) => Tensor) | null;
}

/** Finds the bias of a convolution of some kernels; null where it has none. */
export function findBias(
  { model, node, operator, bias: tensor }: ConvNode,
  kernels: number | null,
): Bias | null {
  if (tensor === "") return null;
  const stored = findOwn(model, tensor);
  const isWhole = kernels !== null && stored !== null && countElements(stored.dims) === kernels;
  return {
    tensor,
    computed: stored?.computed ?? [],
    unmeasured: isUnmeasured(model, tensor),
    evaluate: isWhole
      ? multiply(scaleBias(model, node, operator, stored), operator.factors?.bias ?? 1)
      : null,
  };
}

function multiply(evaluate: Bias["evaluate"], factor: number): Bias["evaluate"] {
  if (evaluate === null || factor === 1) return evaluate;
  return (values) => {
    const { data, dims } = evaluate(values);
    return { data: data.map((each) => each * factor), dims };
  };
}

// One that contradicts itself is told of where the model runs.
function findOwn(model: Model, tensor: string): Weights | null {
  try {
    return findWeights(model, tensor);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// Whole numbers stand in for real ones by the scale of the maps that are read, times that of the
// kernels, and 0 for 0.
function scaleBias(
  model: Model,
  node: Node,
  { inputScale, weightScale }: ConvOperator,
  stored: Weights,
): Bias["evaluate"] {
  if (inputScale === null || inputScale.scale === null) return stored.evaluate;
  const maps = findOwn(model, node.inputs[inputScale.scale] ?? "");
  const kernels = findOwn(model, node.inputs[weightScale?.scale ?? -1] ?? "");
  if (!maps || !kernels || maps.computed.length + kernels.computed.length > 0) return null;
  return (values) => {
    const [one = 1] = maps.evaluate().data;
    const scale = kernels.evaluate();
    const data = scale.data.map((each) => each * one);
    return dequantize(stored.evaluate(values), {
      scale: { ...scale, data },
      zeroPoint: null,
      axis: -1,
      blockSize: 0,
    });
  };
}
