import { countElements } from "../../tensor/tensor.ts";
import { type Combine, combine, inferBroadcast } from "./broadcast.ts";
import type { Constant } from "./constant.ts";
import { dequantize } from "./dequantize.ts";
import type { Node } from "../wire/node.ts";
import { DATA_TYPES } from "../wire/proto.ts";
import { inferReshape, inferSqueeze, inferUnsqueeze } from "./reshape.ts";
import { transpose } from "./transpose.ts";

// Elements that arithmetic may repeat its operands to; weights and their scales need none.
const MAX_REPEATED = 1 << 18;

const ARITHMETIC: ReadonlyMap<string, Combine> = new Map([
  ["Add", (a, b) => a + b],
  ["Sub", (a, b) => a - b],
  ["Mul", (a, b) => a * b],
  ["Div", (a, b) => a / b],
]);

/** The operators that are followed here; the others are left to the runtime. */
export const FOLLOWED: ReadonlySet<string> = new Set([
  ...ARITHMETIC.keys(),
  ...["Identity", "Cast", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "DequantizeLinear"],
]);

/** Follows a node from its constant inputs, `x` before all, to what it makes; null where it cannot. */
export function applyNode(
  node: Node,
  x: Constant,
  inputs: readonly (Constant | null)[],
): Constant | null {
  const second = inputs[1] ?? null;
  switch (node.op) {
    case "Identity":
      return x;
    case "Cast":
      return isFloat(node.attributes.get("to")?.int ?? 0) ? x : null; // others would round
    case "Transpose":
      return applyTranspose(node, x);
    case "Reshape":
      return reshaped(x, inferReshape(x.dims, second?.evaluate() ?? node.attributes.get("shape")));
    case "Squeeze":
      return reshaped(x, inferSqueeze(x.dims, second?.evaluate() ?? node.attributes.get("axes")));
    case "Unsqueeze":
      return reshaped(x, inferUnsqueeze(x.dims, second?.evaluate() ?? node.attributes.get("axes")));
    case "DequantizeLinear":
      return second && applyDequantize(node, x, second, inputs[2] ?? null);
    default:
      return second && applyArithmetic(node, x, second);
  }
}

function isFloat(type: number): boolean {
  return /^b?float(16|32|64)$/.test(DATA_TYPES[type] ?? "");
}

function reshaped(x: Constant, dims: readonly number[] | null): Constant | null {
  if (dims === null) return null;
  const whole = dims.every((extent) => Number.isInteger(extent) && extent >= 0);
  if (!whole || countElements(dims) !== countElements(x.dims)) {
    throw new SyntaxError(`Cannot reshape constant "${x.origin}": [${x.dims}] to [${dims}]`);
  }
  return { ...x, dims, evaluate: () => ({ data: x.evaluate().data, dims }) };
}

function applyTranspose(node: Node, x: Constant): Constant {
  const order = node.attributes.get("perm")?.ints ?? x.dims.map((_, axis) => axis).reverse();
  const dims = order.map((axis) => x.dims[axis] ?? -1);
  if (order.length !== x.dims.length || new Set(order).size !== order.length || dims.includes(-1)) {
    throw new SyntaxError(`Cannot transpose constant "${x.origin}": perm is [${order}]`);
  }
  return { ...x, dims, evaluate: () => transpose(x.evaluate(), order) };
}

function applyDequantize(
  { attributes }: Node,
  x: Constant,
  scale: Constant,
  zeroPoint: Constant | null,
): Constant {
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

function applyArithmetic(node: Node, a: Constant, b: Constant): Constant | null {
  const operation = ARITHMETIC.get(node.op);
  const dims = inferBroadcast(a.dims, b.dims);
  if (operation === undefined || dims === null) return null;
  const larger = countElements(b.dims) > countElements(a.dims) ? b : a;
  if (countElements(dims) > Math.max(countElements(larger.dims), MAX_REPEATED)) return null;
  const mixed = a.storage !== b.storage && countElements(a.dims) === countElements(b.dims);
  return {
    ...larger,
    dims,
    storage: mixed ? `${a.storage} ${node.op} ${b.storage}` : larger.storage,
    quantized: a.quantized || b.quantized,
    evaluate: () => combine(a.evaluate(), b.evaluate(), dims, operation),
  };
}
