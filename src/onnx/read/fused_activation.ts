import type { NewAttribute } from "../write/encode.ts";

/** What writes the activation of a fused operator as nodes of its own. */
export interface ActivationDraft {
  /** The numbers that the activation takes. */
  readonly parameters: readonly number[];
  /** The version of ONNX's operators. */
  readonly opset: number;
  /** Adds a node and gives the name of what it writes. */
  add(
    op: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, NewAttribute>>,
  ): string;
  /** Adds a number of the type of the maps. */
  hold(value: number): string;
}

// Since this version, Clip takes its bounds as inputs.
const CLIP_OF_INPUTS = 11;

/** Writes an activation of the tensor `x` and gives the name of its output. */
type Write = (draft: ActivationDraft, x: string) => string;

// By the names that onnxruntime has for them; its MLAS computes them alike.
// Source: https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/contrib_ops/cpu/fused_activation.cc
const ACTIVATIONS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["", (_, x) => x],
  ["Relu", ({ add }, x) => add("Relu", [x])],
  ["Tanh", ({ add }, x) => add("Tanh", [x])],
  ["Sigmoid", ({ add }, x) => add("Sigmoid", [x])],
  ["Silu", ({ add }, x) => add("Mul", [x, add("Sigmoid", [x])])],
  [
    "LeakyRelu",
    ({ add, parameters: [alpha = 0.01] }, x) => add("LeakyRelu", [x], { alpha: { float: alpha } }),
  ],
  [
    "HardSigmoid",
    ({ add, parameters: [alpha = 0.2, beta = 0.5] }, x) =>
      add("HardSigmoid", [x], { alpha: { float: alpha }, beta: { float: beta } }),
  ],
  [
    "Clip",
    ({ add, hold, opset, parameters: [min = -Infinity, max = Infinity] }, x) =>
      opset < CLIP_OF_INPUTS
        ? add("Clip", [x], { min: { float: min }, max: { float: max } })
        : add("Clip", [x, hold(min), hold(max)]),
  ],
]);

/** Finds how the activation of a fused operator is written; null where it is not known. */
export function findActivation(name: string): Write | null {
  return ACTIVATIONS.get(name) ?? null;
}
