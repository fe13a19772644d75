import type { ConvOperator } from "../graph/conv_operator.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";

/** What the weights of a convolution were folded from: a BatchNorm, or something that is not known. */
export type Fold = "batchnorm-folded" | "weights-folded";

/** The names that tell of a fold, as the file stores the tensors. */
interface Names {
  readonly weight: string;
  readonly bias: string;
}

/**
 * Finds by the signs that exporters and optimisers leave whether the weights of
 * a convolution were folded; null where nothing tells of it.
 */
export function findFold(
  model: Model,
  node: Node,
  { weights, bias, factors }: ConvOperator,
): Fold | null {
  if (factors !== null) return null; // the signs are those of convolutions
  const [weight = "", added = ""] = [node.inputs[weights], node.inputs[bias ?? -1]];
  const names = { weight: findName(model, weight), bias: findName(model, added) };
  if (isNormFolded(model, node, names)) return "batchnorm-folded";
  return isFolded(model, names) ? "weights-folded" : null;
}

// From a quantizer's scaling back to what it scaled.
const MAX_STEPS = 4;

// The name that stood there before a quantizer added its own ending.
function findName({ graph }: Model, name: string): string {
  let stored = name;
  for (let steps = 0; steps < MAX_STEPS && !graph.initializers.has(stored); steps++) {
    stored = graph.producers.get(stored)?.inputs[0] ?? stored;
  }
  return stored.replace(/_(quantized|dequantized|DequantizeLinear_Output|int8|uint8)$/i, "");
}

function isNormFolded(model: Model, node: Node, { weight, bias }: Names): boolean {
  // torch.onnx's exporter of today notes the rewrite, and the bias that it adds is `<weight>_bias`.
  const noted = [...node.metadata.values()].some((value) => /FuseBatchNormInto/.test(value));
  if (noted || bias !== "" && bias === `${weight}_bias`) return true;
  if ([weight, bias].some((name) => FOLD_NAME.test(name))) return true;
  if (readsNorm(model, node)) return false;
  return isPair(model, weight, bias) || isNormBias(bias);
}

// tf2onnx: `…_weights_fused_bn`; TensorFlow's training of quantized networks: `…/mul_fold`,
// `…_Fold_bias`; onnxruntime: `ConvBnFusion_W_…`.
const FOLD_NAME =
  /_fused_bn(?![a-z])|ConvBnFusion_|(^|[/_])(BatchNorm_Fold|mul_fold|add_fold)(?![a-z])|_Fold_bias(?![a-z])/i;

// A BatchNorm that follows was not folded.
function readsNorm({ graph }: Model, { outputs }: Node): boolean {
  const consumers = graph.consumers.get(outputs[0] ?? "") ?? [];
  return consumers.some(({ op }) => op === "BatchNormalization");
}

/**
 * PyTorch's older exporter writes a BatchNorm into a convolution as a new
 * weight and a new bias, numbered one after the other: `onnx::Conv_16` and
 * `onnx::Conv_17`, or `16` and `17` before version 1.12. Weights alone get a new
 * number for any constant that the exporter computes, as of a weight norm.
 */
function isPair(model: Model, weight: string, bias: string): boolean {
  const [, first] = NUMBERED.exec(weight) ?? BARE.exec(weight) ?? [];
  const [, second] = NUMBERED.exec(bias) ?? BARE.exec(bias) ?? [];
  if (first === undefined || Number(second) !== Number(first) + 1) return false;
  return NUMBERED.test(weight) || namesParameters(model);
}

const NUMBERED = /^onnx::Conv(?:Transpose)?_(\d+)$/;
const BARE = /^(\d+)$/;

// The oldest exporters number all parameters; then a number tells nothing.
function namesParameters({ producer, graph }: Model): boolean {
  return producer.startsWith("pytorch") &&
    [...graph.initializers.keys()].some((name) => /\.(weight|bias)$/.test(name));
}

// TensorFlow and others leave the bias the name of the norm's own: `…/bn1/FusedBatchNormV3`,
// `bn1.bias`, `bn1_beta`, `batch_norm2d_0.b_0`.
function isNormBias(bias: string): boolean {
  return NORM.test(bias) || NORM_BIAS.test(bias);
}

const NORM = /FusedBatchNorm|\/batchnorm\//i;
const NORM_BIAS =
  /(^|[./_])(bn|batch_?norm(alization)?(_?\dd)?)_?\d*[./_:](bias|beta|b_\d+)(?![a-z])/i;

function isFolded(model: Model, { weight }: Names): boolean {
  if (/ConvMulFusion_/.test(weight) || NUMBERED.test(weight)) return true;
  return BARE.test(weight) && namesParameters(model);
}
