import { countElements, createTensor, type Tensor } from "../tensor/tensor.ts";
import { type Combine, combine, inferBroadcast } from "./broadcast.ts";
import { dequantize } from "./dequantize.ts";
import type { Model } from "./model.ts";
import type { Node } from "./node.ts";
import { DATA_TYPES, type DataType } from "./proto.ts";
import { inferReshape, inferSqueeze, inferUnsqueeze } from "./reshape.ts";
import { readTensor } from "./tensor_data.ts";
import type { TensorRef } from "./tensor_ref.ts";
import { transpose } from "./transpose.ts";

/** A tensor that does not depend on the model's inputs. Its data are read when it is evaluated. */
export interface Constant {
  readonly dims: readonly number[];
  /** How the file stores what the tensor is made from, such as `int8`. */
  readonly stored: DataType;
  /** Whether it is made from whole numbers by a scale. */
  readonly quantized: boolean;
  /** The tensor of the file that it is made from. */
  readonly origin: string;
  /** How many nodes make it; one that is used twice counts twice, as it is computed twice. */
  readonly steps: number;
  /** Reads the data and computes the values, as float32. */
  evaluate(): Tensor;
}

// Chains of a few nodes are usual; a longer one is a sign of a cycle.
const MAX_DEPTH = 64;
// Nodes that use each other's results twice double the work each time.
const MAX_STEPS = 128;
// Elements that arithmetic may repeat its operands to; weights and their scales need none.
const MAX_REPEATED = 1 << 18;

const ARITHMETIC: ReadonlyMap<string, Combine> = new Map([
  ["Add", (a, b) => a + b],
  ["Sub", (a, b) => a - b],
  ["Mul", (a, b) => a * b],
  ["Div", (a, b) => a / b],
]);

const FOLLOWED = new Set([
  ...ARITHMETIC.keys(),
  ...["Identity", "Cast", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "DequantizeLinear"],
]);

/**
 * Finds the constant behind a tensor's name: an initializer, a Constant node,
 * or what Identity, Transpose, Reshape, Squeeze, Unsqueeze, Cast,
 * DequantizeLinear and arithmetic make of constants. Null where the tensor is
 * computed in another way, or from an input.
 *
 * @throws {SyntaxError} If dims do not fit together.
 */
export function findConstant(model: Model, name: string): Constant | null {
  return resolve(model, name, new Map(), 0);
}

function resolve(
  model: Model,
  name: string,
  known: Map<string, Constant | null>,
  depth: number,
): Constant | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, null); // what a cycle comes back to
  const constant = resolveNew(model, name, known, depth);
  known.set(name, constant);
  return constant;
}

function resolveNew(
  model: Model,
  name: string,
  known: Map<string, Constant | null>,
  depth: number,
): Constant | null {
  const ref = model.graph.initializers.get(name);
  if (ref !== undefined) return fromTensor(model, ref, name);
  const node = model.graph.producers.get(name);
  if (node === undefined || depth > MAX_DEPTH) return null;
  if (node.op === "Constant") return fromConstantNode(model, node, name);
  if (!FOLLOWED.has(node.op)) return null;
  const inputs = node.inputs.map((input) =>
    input === "" ? null : resolve(model, input, known, depth + 1)
  );
  if (inputs.some((input, i) => input === null && node.inputs[i] !== "")) return null;
  const steps = inputs.reduce((sum, input) => sum + (input?.steps ?? 0), 1);
  if (steps > MAX_STEPS) return null;
  const [first = null] = inputs;
  const made = first && applyNode(node, first, inputs);
  return made && { ...made, steps };
}

function fromTensor(model: Model, ref: TensorRef, origin: string): Constant {
  return {
    dims: ref.dims,
    stored: ref.dataType,
    quantized: false,
    origin,
    steps: 0,
    evaluate: () => readTensor(model, ref),
  };
}

function fromConstantNode(model: Model, { attributes }: Node, origin: string): Constant | null {
  const tensor = attributes.get("value")?.tensor;
  if (tensor !== undefined) return fromTensor(model, tensor, origin);
  const [scalar] = [attributes.get("value_float")?.float, attributes.get("value_int")?.int]
    .filter((value) => value !== undefined);
  const list = attributes.get("value_floats")?.floats ?? attributes.get("value_ints")?.ints;
  const values = list ?? (scalar === undefined ? null : [scalar]);
  if (values === null) return null;
  const dims = list === undefined ? [] : [values.length];
  return {
    dims,
    stored: "float32",
    quantized: false,
    origin,
    steps: 0,
    evaluate: () => createTensor(Float32Array.from(values), dims),
  };
}

function applyNode(
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
  return {
    ...larger,
    dims,
    quantized: a.quantized || b.quantized,
    evaluate: () => combine(a.evaluate(), b.evaluate(), dims, operation),
  };
}
