import { type Badge, findBadges } from "./badge.ts";
import { type Bias, findBias } from "./bias.ts";
import { type Chain, findChain } from "./chain.ts";
import { type ConvOperator, findConvOperator } from "./conv_operator.ts";
import { type ConvShape, readConvShape } from "./conv_shape.ts";
import type { Tap } from "./cut.ts";
import { walkHidden } from "./hidden_node.ts";
import { findKernels, type Kernels } from "./kernels.ts";
import type { Model } from "./model.ts";
import type { Node } from "./node.ts";
import { findSumming, type Summing } from "./summing.ts";
import { traceToInput } from "./trace.ts";

/** A convolution of a model: where its kernels and its maps are found. */
export interface ConvLayer {
  /** The name for people: the node's, else its weight's, else its ordinal. */
  readonly name: string;
  /** The operator, such as `Conv`. */
  readonly op: string;
  readonly node: Node;
  /** The names of the tensors that it reads and writes. */
  readonly input: string;
  readonly output: string;
  readonly weight: string;
  /** The sizes of its kernels and their steps; null where the weights are not known. */
  readonly shape: ConvShape | null;
  /** Its kernels; null where they are missing. */
  readonly kernels: Kernels | null;
  /** What it adds to its maps; null where it adds nothing. */
  readonly bias: Bias | null;
  /** How its kernels and its bias make its maps; null where more than a sum is behind them. */
  readonly summing: Summing | null;
  /** The graph input whose channels the kernels read; null for deeper layers. */
  readonly readsInput: string | null;
  /** How its own output is captured; null where it cannot be. */
  readonly tap: Tap | null;
  /** How what it reads is captured; null where its own output cannot be. */
  readonly inputTap: Tap | null;
  /** What follows and changes its maps cell by cell; null where nothing does. */
  readonly chain: Chain | null;
  readonly badges: readonly Badge[];
  /** Why the kernels are not drawn; null where they are. */
  readonly kernelsMissing: string | null;
  /** Why the maps are not drawn; null where they are. */
  readonly mapsMissing: string | null;
}

// A function is listed once for every call, and calls of calls multiply. The largest models seen
// call some ten thousand nodes.
const MAX_HIDDEN = 1 << 17;

/**
 * Finds the convolutions of a model, in the order of its graph.
 *
 * A convolution that cannot be drawn is listed all the same, with the reason:
 * so are those in the bodies of control flow and in functions.
 *
 * @param model A model of {@linkcode readModel}.
 * @returns One layer for each node whose operator convolves.
 * @throws {SyntaxError} If functions call each other without end.
 *
 * @example The five of an AlexNet
 * ```ts
 * import { findConvLayers, readModel } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const model = readModel(await Deno.readFile("fixtures/miniature.onnx"));
 * const kernels = findConvLayers(model).map((layer) => layer.kernels?.dims);
 * assert.deepEqual(kernels[0], [32, 3, 11, 11]);
 * assert.equal(kernels.length, 5);
 * ```
 */
export function findConvLayers(model: Model): ConvLayer[] {
  const layers: ConvLayer[] = [];
  let hiddenCount = 0;
  for (const node of model.graph.nodes) {
    const operator = findConvOperator(node.domain, node.op);
    if (operator !== null) layers.push(describeLayer(model, node, operator, layers.length));
    for (const hidden of walkHidden(model, node)) {
      if (++hiddenCount > MAX_HIDDEN) {
        throw new SyntaxError(
          `Cannot list convolutions: bodies and functions hold more than ${MAX_HIDDEN} nodes`,
        );
      }
      const inner = findConvOperator(hidden.node.domain, hidden.node.op);
      if (inner === null) continue;
      const reason = `it stands in ${hidden.place}, where nothing can be tapped`;
      layers.push(describeRefused(hidden.node, inner, { reason, ordinal: layers.length }));
    }
  }
  return layers;
}

function describeLayer(
  model: Model,
  node: Node,
  operator: ConvOperator,
  ordinal: number,
): ConvLayer {
  if (operator.refused !== null) {
    return describeRefused(node, operator, { reason: operator.refused, ordinal });
  }
  const named = nameLayer(node, operator, ordinal);
  const { kernels, shape, kernelsMissing } = readKernels(model, node, operator);
  const bias = findBias(model, node, operator, shape?.outChannels ?? null);
  return {
    ...named,
    kernels,
    shape,
    kernelsMissing,
    bias,
    summing: findSumming(model, node, operator, bias),
    readsInput: traceToInput(model, named.input),
    tap: planTap(node, operator),
    inputTap: planInputTap(node, operator),
    chain: findChain(
      model,
      named.output,
      shape && { channels: shape.outChannels, rank: shape.kernelShape.length + 2 },
    ),
    badges: findBadges(model, node, { kernels, shape, weight: named.weight }),
    mapsMissing: null,
  };
}

function nameLayer(
  node: Node,
  operator: ConvOperator,
  ordinal: number,
): Pick<ConvLayer, "name" | "op" | "node" | "input" | "output" | "weight"> {
  const weight = node.inputs[operator.weights] ?? "";
  const name = node.name || weight || `${node.op}_${ordinal}`;
  return {
    name,
    op: node.op,
    node,
    input: node.inputs[0] ?? "",
    output: node.outputs[0] ?? "",
    weight,
  };
}

function readKernels(
  model: Model,
  node: Node,
  operator: ConvOperator,
): Pick<ConvLayer, "kernels" | "shape" | "kernelsMissing"> {
  try {
    const kernels = findKernels(model, node, operator);
    if (kernels !== null) {
      return { kernels, shape: readConvShape(node, kernels.dims), kernelsMissing: null };
    }
    return { kernels: null, shape: null, kernelsMissing: COMPUTED };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kernels: null, shape: null, kernelsMissing: error.message };
  }
}

/** Why kernels are not drawn that no file holds. */
export const COMPUTED = "computed weight, not drawn: the model makes it while it runs";

function planTap(node: Node, { outputScale }: ConvOperator): Tap {
  const tensor = node.outputs[0] ?? "";
  if (outputScale === null) return { tensor, quantization: null };
  const scale = node.inputs[outputScale.scale] ?? "";
  return { tensor, quantization: { scale, zeroPoint: node.inputs[outputScale.zeroPoint] ?? "" } };
}

function planInputTap(node: Node, { inputScale }: ConvOperator): Tap {
  const tensor = node.inputs[0] ?? "";
  const zeroPoint = node.inputs[inputScale?.zeroPoint ?? -1] ?? "";
  if (inputScale === null || zeroPoint === "") return { tensor, quantization: null };
  const scale = inputScale.scale === null ? null : node.inputs[inputScale.scale] ?? "";
  return { tensor, quantization: { scale, zeroPoint } };
}

function describeRefused(
  node: Node,
  operator: ConvOperator,
  { reason, ordinal }: { readonly reason: string; readonly ordinal: number },
): ConvLayer {
  return {
    ...nameLayer(node, operator, ordinal),
    kernels: null,
    shape: null,
    bias: null,
    summing: null,
    readsInput: null,
    tap: null,
    inputTap: null,
    chain: null,
    badges: ["not-capturable"],
    kernelsMissing: reason,
    mapsMissing: reason,
  };
}
