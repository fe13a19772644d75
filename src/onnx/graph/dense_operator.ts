import { type ConvOperator, findConvOperator, PLAIN } from "./conv_operator.ts";
import type { Node } from "../wire/node.ts";

// Weights [inputs, outputs], as matrices are multiplied.
const PRODUCT: ConvOperator = { ...PLAIN, bias: null, transposed: true };

const QUANTIZED: ConvOperator = {
  ...PRODUCT,
  weights: 3,
  weightScale: { scale: 4, zeroPoint: 5 },
  inputScale: { scale: 1, zeroPoint: 2 },
};

// By domain and operator.
// Source: https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
const OPERATORS: ReadonlyMap<string, ConvOperator> = new Map([
  [":Gemm", { ...PRODUCT, bias: 2 }],
  [":MatMul", PRODUCT],
  [":MatMulInteger", {
    ...PRODUCT,
    weightScale: { scale: null, zeroPoint: 3 },
    inputScale: { scale: null, zeroPoint: 2 },
  }],
  [":QLinearMatMul", { ...QUANTIZED, outputScale: { scale: 6, zeroPoint: 7 } }],
  ["com.microsoft:FusedMatMul", PRODUCT],
  ["com.microsoft:MatMulNBits", { ...PLAIN, bias: 5 }],
  ["com.microsoft:QGemm", { ...QUANTIZED, bias: 6, outputScale: { scale: 7, zeroPoint: 8 } }],
]);

/**
 * Finds what is known of a node that multiplies with a matrix of weights, as a fully connected layer
 * does: a convolution of one cell. Null where it does not, or multiplies the samples among
 * themselves.
 */
export function findDenseOperator({ domain, op, attributes, inputs }: Node): ConvOperator | null {
  const operator = OPERATORS.get(`${domain === "ai.onnx" ? "" : domain}:${op}`);
  const numberOf = (name: string): number => attributes.get(name)?.int ?? 0;
  const mixes = ["transA", "transBatchA", "transBatchB"].some((name) => numberOf(name) !== 0);
  if (operator === undefined || mixes) return null;
  const isReal = (inputs[operator.outputScale?.scale ?? -1] ?? "") === "";
  return {
    ...operator,
    transposed: operator.transposed && numberOf("transB") === 0,
    outputScale: isReal ? null : operator.outputScale,
    factors: {
      weights: attributes.get("alpha")?.float ?? 1,
      bias: attributes.get("beta")?.float ?? 1,
    },
    packing: op !== "MatMulNBits" ? null : {
      rows: numberOf("N"),
      length: numberOf("K"),
      bits: numberOf("bits") || 4,
      blockSize: numberOf("block_size"),
      scales: 2,
      zeroPoints: 3,
    },
  };
}

/** Finds what is known of a node that makes maps by weights: that convolves, or is fully connected. */
export function findLayerOperator(node: Node): ConvOperator | null {
  return findConvOperator(node.domain, node.op) ?? findDenseOperator(node);
}
