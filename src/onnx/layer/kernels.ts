import type { ConvOperator } from "../graph/conv_operator.ts";
import { dequantize } from "../constant/dequantize.ts";
import { countElements } from "../../tensor/tensor.ts";
import { unpackBlocks } from "../constant/packed_blocks.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { transpose } from "../constant/transpose.ts";
import { turnWeights } from "../constant/turned_weights.ts";
import { createError } from "../../reason/error.ts";
import { findWeights, isUnmeasured, type Weights } from "../constant/weights.ts";

/** The kernels of a convolution, wherever and however the file stores them. */
export interface Kernels extends Weights {
  /** The dims as convolutions have them: [outChannels, inChannels / group, …kernelShape]. */
  readonly dims: readonly number[];
}

/** Finds the kernels of a convolution; null where they are computed while the model runs. */
export function findKernels(
  model: Model,
  node: Node,
  operator: ConvOperator,
): Kernels | null {
  const stored = findWeights(model, node.inputs[operator.weights] ?? "");
  if (stored === null) return null;
  const weights = operator.packing === null
    ? applyScale(model, node, stored, operator)
    : unpack(model, node, stored, operator.packing);
  if (weights === null) return null;
  const { factors, transposed } = operator;
  if (factors !== null) return spreadOut(weights, { transposed, factor: factors.weights });
  return transposed ? turnAround(weights, node.attributes.get("group")?.int ?? 1) : weights;
}

/** Lists what the runtime has to compute before the dims of a convolution's kernels are known. */
export function listUnmeasured(model: Model, node: Node, operator: ConvOperator): string[] {
  const { weights, weightScale } = operator;
  const places = [weights, weightScale?.scale ?? -1, weightScale?.zeroPoint ?? -1];
  return places.map((i) => node.inputs[i] ?? "").filter((name) => isUnmeasured(model, name));
}

function applyScale(
  model: Model,
  node: Node,
  stored: Weights,
  { weightScale, transposed }: ConvOperator,
): Weights | null {
  if (weightScale === null) return stored;
  const scaleName = weightScale.scale === null ? "" : node.inputs[weightScale.scale] ?? "";
  const zeroPointName = node.inputs[weightScale.zeroPoint] ?? "";
  const scale = findWeights(model, scaleName);
  const zeroPoint = findWeights(model, zeroPointName);
  if (weightScale.scale !== null && scale === null) return null;
  if (zeroPointName !== "" && zeroPoint === null) return null;
  return {
    ...stored,
    quantized: true,
    computed: [stored, scale, zeroPoint].flatMap((each) => each?.computed ?? []),
    evaluate: (values) => {
      const zero = zeroPoint?.evaluate(values) ?? null;
      const one = {
        data: new Float32Array(zero?.data.length ?? 1).fill(1),
        dims: zero?.dims ?? [],
      };
      return dequantize(stored.evaluate(values), {
        scale: scale?.evaluate(values) ?? one,
        zeroPoint: zero,
        axis: transposed ? 1 : 0, // one scale for each output channel
        blockSize: 0,
      });
    },
  };
}

/**
 * Turns the weights of a transposed convolution, [inChannels, outChannels /
 * group, …], to [outChannels, inChannels / group, …]: kernel k of group g reads
 * what the group's input channels hold at k within the group.
 */
function turnAround(weights: Weights, group: number): Kernels | null {
  const [inChannels = 0, perGroup = 0, ...kernelShape] = weights.dims;
  if (group < 1 || inChannels % group !== 0) return null;
  const inputs = inChannels / group;
  const dims = [perGroup * group, inputs, ...kernelShape];
  return {
    ...weights,
    dims,
    evaluate: (values) => turnWeights(weights.evaluate(values), group),
  };
}

function unpack(
  model: Model,
  { op, name, inputs }: Node,
  stored: Weights,
  packing: NonNullable<ConvOperator["packing"]>,
): Weights | null {
  const { rows, length, blockSize, bits } = packing;
  const scales = findWeights(model, inputs[packing.scales] ?? "");
  const zeroName = inputs[packing.zeroPoints] ?? "";
  const zeroPoints = findWeights(model, zeroName);
  const isHeld = countElements(stored.dims) * 8 >= rows * length * bits;
  if (!isHeld || blockSize < 1 || ![2, 4, 8].includes(bits)) {
    const { dims } = stored;
    throw createError(SyntaxError, { code: "no-kernel", op, node: name, dims });
  }
  if (scales === null || (zeroName !== "" && zeroPoints === null)) return null;
  return {
    ...stored,
    dims: [rows, length],
    quantized: true,
    computed: [stored, scales, zeroPoints].flatMap((each) => each?.computed ?? []),
    evaluate: (values) =>
      unpackBlocks(stored.evaluate(values), packing, {
        scales: scales.evaluate(values),
        zeroPoints: zeroPoints?.evaluate(values) ?? null,
      }),
  };
}

// A matrix is as many kernels of one cell.
function spreadOut(
  weights: Weights,
  { transposed, factor }: { readonly transposed: boolean; readonly factor: number },
): Kernels {
  const matrix = transposed ? weights.dims.toReversed() : weights.dims;
  const dims = [...matrix, 1, 1];
  return {
    ...weights,
    dims,
    evaluate: (values) => {
      const stored = weights.evaluate(values);
      const { data } = transposed ? transpose(stored, [1, 0]) : stored;
      return { data: factor === 1 ? data : data.map((each) => each * factor), dims };
    },
  };
}
