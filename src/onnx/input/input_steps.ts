import { findConstant } from "../constant/find_constant.ts";
import type { Model } from "../graph/model.ts";
import { isMeasuring } from "../graph/measuring.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";
import { findAffine } from "./affine_step.ts";
import { LEVELS, type Levels } from "./levels.ts";

/** What a graph does with the values of an input before anything else reads them. */
export interface InputSteps {
  /** The operators that change the values, in order. */
  readonly operators: readonly string[];
  /** What they make of a value, scale * value + shift: for each channel, or one for all. */
  readonly scale: readonly number[];
  readonly shift: readonly number[];
  /** Whether one of them brings values of any range to the same range. */
  readonly normalizes: boolean;
  /** The values that a quantizer among them is made for; null where there is none. */
  readonly quantized: Levels | null;
  /** The node that reads what they give; null where several do, or none. */
  readonly reader: Node | null;
}

const START: InputSteps = {
  operators: [],
  scale: [1],
  shift: [0],
  normalizes: false,
  quantized: null,
  reader: null,
};

// What stands between a photo and the first convolution is some operators long.
const MAX_STEPS = 32;

/** Follows an input through what scales, shifts, casts and turns it. */
export function findInputSteps(model: Model, input: string): InputSteps {
  let steps = START;
  let tensor = input;
  for (let count = 0; count < MAX_STEPS; count++) {
    const reader = findReader(model, tensor);
    const next = reader && takeStep(model, reader, tensor, steps);
    if (next === null) return { ...steps, reader };
    steps = next;
    tensor = reader!.outputs[0] ?? "";
  }
  return steps;
}

function findReader({ graph }: Model, tensor: string): Node | null {
  const readers = (graph.consumers.get(tensor) ?? []).filter((node) => !isMeasuring(node));
  return new Set(readers).size === 1 ? readers[0]! : null;
}

// Whatever mean and deviation comes in, the same comes out.
const NORMALIZERS = new Set([
  "GroupNormalization",
  "InstanceNormalization",
  "LayerNormalization",
  "LpNormalization",
  "MeanVarianceNormalization",
]);

const TURNS = new Set(["Transpose", "Squeeze", "Unsqueeze"]);

function takeStep(
  model: Model,
  node: Node,
  tensor: string,
  steps: InputSteps,
): InputSteps | null {
  const operators = [...steps.operators, node.op];
  if (NORMALIZERS.has(node.op)) return { ...steps, operators, normalizes: true };
  if (node.op === "QuantizeLinear") return { ...steps, quantized: findQuantized(model, node) };
  if (node.op === "DequantizeLinear" && steps.quantized !== null) return steps;
  const affine = findAffine(model, node, tensor);
  if (affine !== null) {
    const scale = combineEach(affine.scale, steps.scale, (a, b) => a * b);
    const scaled = combineEach(affine.scale, steps.shift, (a, b) => a * b);
    return {
      ...steps,
      operators,
      scale,
      shift: combineEach(scaled, affine.shift, (a, b) => a + b),
    };
  }
  return keepsValues(node, tensor) ? steps : null;
}

function combineEach(
  a: readonly number[],
  b: readonly number[],
  combine: (a: number, b: number) => number,
): readonly number[] {
  const count = Math.max(a.length, b.length);
  return Array.from({ length: count }, (_, i) => combine(a[i] ?? a[0]!, b[i] ?? b[0]!));
}

function keepsValues(node: Node, tensor: string): boolean {
  if (node.inputs[0] !== tensor) return false;
  if (TURNS.has(node.op)) return true;
  const { channels, values } = findTraits(node);
  return channels === "kept" && (values === "same" || values === "rounded" || values === "clipped");
}

function findQuantized(model: Model, { inputs }: Node): InputSteps["quantized"] {
  const scale = findConstant(model, inputs[1] ?? "");
  const zeroPoint = findConstant(model, inputs[2] ?? "");
  const levels = LEVELS[zeroPoint?.stored ?? "uint8"];
  const [step] = scale?.dims.length === 0 || String(scale?.dims) === "1"
    ? scale!.evaluate().data
    : [];
  if (step === undefined || levels === undefined) return null;
  const zero = zeroPoint?.evaluate().data[0] ?? 0;
  return { least: (levels.least - zero) * step, most: (levels.most - zero) * step };
}
