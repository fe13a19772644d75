import { countElements } from "../../tensor/tensor.ts";
import { type Combine, combine, inferBroadcast } from "./broadcast.ts";
import type { Constant } from "./constant.ts";
import { dequantize } from "./dequantize.ts";
import type { Node } from "../wire/node.ts";
import { DATA_TYPES } from "../wire/proto.ts";
import { inferReshape, inferSqueeze, inferUnsqueeze } from "./reshape.ts";
import { transpose } from "./transpose.ts";
import { createError } from "../../reason/error.ts";

// Elements that arithmetic may repeat its operands to; weights and their scales need none.
const MAX_REPEATED = 1 << 18;

const ARITHMETIC: ReadonlyMap<string, Combine> = new Map([
  ["Add", (a, b) => a + b],
  ["Sub", (a, b) => a - b],
  ["Mul", (a, b) => a * b],
  ["Div", (a, b) => a / b],
]);

/** Follows a node from its constant inputs, `x` before all, to what it makes; null where it cannot. */
export type ConstantStep = (
  node: Node,
  x: Constant,
  others: readonly (Constant | null)[],
) => Constant | null;

/** Finds how an operator is followed; null for those that are left to the runtime. */
export function findConstantStep(op: string): ConstantStep | null {
  return STEPS.get(op) ?? null;
}

const STEPS: ReadonlyMap<string, ConstantStep> = new Map<string, ConstantStep>([
  ["Identity", (_, x) => x],
  ["Cast", applyCast],
  ["Transpose", applyTranspose],
  ["Reshape", applyReshape("shape", inferReshape)],
  ["Squeeze", applyReshape("axes", inferSqueeze)],
  ["Unsqueeze", applyReshape("axes", inferUnsqueeze)],
  ["DequantizeLinear", applyDequantize],
  ...[...ARITHMETIC.keys()].map((op) => [op, applyArithmetic] as const),
]);

// Other types would round.
function applyCast({ attributes }: Node, x: Constant): Constant | null {
  return isFloat(attributes.get("to")?.int ?? 0) ? x : null;
}

function isFloat(type: number): boolean {
  return /^b?float(16|32|64)$/.test(DATA_TYPES[type] ?? "");
}

// Newer operators take the shape or the axes as an input, older ones as an attribute.
function applyReshape(name: string, infer: typeof inferReshape): ConstantStep {
  return ({ attributes }, x, [list = null]) =>
    reshaped(x, infer(x.dims, list?.evaluate() ?? attributes.get(name)));
}

function reshaped(x: Constant, dims: readonly number[] | null): Constant | null {
  if (dims === null) return null;
  const whole = dims.every((extent) => Number.isInteger(extent) && extent >= 0);
  if (!whole || countElements(dims) !== countElements(x.dims)) {
    const shapes = { dims: x.dims, wanted: dims };
    throw createError(SyntaxError, { code: "reshape-misfit", tensor: x.origin, ...shapes });
  }
  return { ...x, dims, evaluate: () => ({ data: x.evaluate().data, dims }) };
}

function applyTranspose(node: Node, x: Constant): Constant {
  const order = node.attributes.get("perm")?.ints ?? x.dims.map((_, axis) => axis).reverse();
  const dims = order.map((axis) => x.dims[axis] ?? -1);
  if (order.length !== x.dims.length || new Set(order).size !== order.length || dims.includes(-1)) {
    throw createError(SyntaxError, { code: "transpose-misfit", tensor: x.origin, order });
  }
  return { ...x, dims, evaluate: () => transpose(x.evaluate(), order) };
}

function applyDequantize(
  { attributes }: Node,
  x: Constant,
  [scale = null, zeroPoint = null]: readonly (Constant | null)[],
): Constant | null {
  if (scale === null) return null;
  const axis = attributes.get("axis")?.int ?? 1;
  const blockSize = attributes.get("block_size")?.int ?? 0;
  return {
    ...x,
    quantized: true,
    evaluate: () =>
      dequantize(x.evaluate(), {
        scale: scale.evaluate(),
        zeroPoint: zeroPoint?.evaluate() ?? null,
        axis,
        blockSize,
      }),
  };
}

function applyArithmetic(
  { op }: Node,
  a: Constant,
  [b = null]: readonly (Constant | null)[],
): Constant | null {
  const operation = ARITHMETIC.get(op);
  const dims = b && inferBroadcast(a.dims, b.dims);
  if (operation === undefined || b === null || dims === null) return null;
  const larger = countElements(b.dims) > countElements(a.dims) ? b : a;
  if (countElements(dims) > Math.max(countElements(larger.dims), MAX_REPEATED)) return null;
  const mixed = a.storage !== b.storage && countElements(a.dims) === countElements(b.dims);
  return {
    ...larger,
    dims,
    storage: mixed ? `${a.storage} ${op} ${b.storage}` : larger.storage,
    quantized: a.quantized || b.quantized,
    evaluate: () => combine(a.evaluate(), b.evaluate(), dims, operation),
  };
}
