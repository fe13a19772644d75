import { countElements } from "../../tensor/tensor.ts";
import { inferBroadcast } from "../constant/broadcast.ts";
import { findConstant } from "../constant/find_constant.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { DATA_TYPES } from "../wire/proto.ts";
import { inferReshape, inferSqueeze, inferUnsqueeze } from "../constant/reshape.ts";
import { sliceLaid, transposeLaid } from "../constant/strided_view.ts";
import { readTensor } from "../constant/tensor_data.ts";
import { dependsOnPhoto, findDims, type Traced } from "./traced.ts";

/** Numbers that depend on the photo's size at most: sizes, axes, indices. */
export interface KnownValue {
  readonly data: readonly number[];
  readonly dims: readonly number[];
  /** Whether they are of a type of whole numbers, which are divided without a rest. */
  readonly whole: boolean;
}

/** The known values among a model's tensors, by name. */
export type KnownValues = ReadonlyMap<string, KnownValue>;

// Longer ones are no sizes and no indices.
const MOST_VALUES = 1 << 16;

/** What is known where a node's value is computed. */
export interface KnownContext {
  readonly model: Model;
  readonly tensors: ReadonlyMap<string, Traced | Node>;
  readonly values: KnownValues;
}

/** Computes what a node gives where that depends on sizes and constants alone; else null. */
export function computeKnown(node: Node, context: KnownContext): KnownValue | null {
  if (node.op === "Shape" || node.op === "Size") return readSize(node, context);
  const compute = OPERATIONS.get(node.op);
  if (compute === undefined || node.inputs.length === 0) return null;
  const read: (KnownValue | null)[] = [];
  for (const name of node.inputs) {
    const value = name === "" ? null : findValue(name, context);
    if (name !== "" && value === null) return null;
    read.push(value);
  }
  const given = compute(read, node, context.model);
  return given !== null && given.data.length <= MOST_VALUES ? given : null;
}

function findValue(name: string, { model, tensors, values }: KnownContext): KnownValue | null {
  const known = values.get(name);
  if (known !== undefined) return known;
  if (!tensors.has(name) || dependsOnPhoto(tensors, name)) return null;
  const constant = findConstant(model, name);
  if (constant === null || countElements(constant.dims) > MOST_VALUES) return null;
  const { dims, stored, evaluate } = constant;
  return { data: [...evaluate().data], dims, whole: isWhole(stored) };
}

function isWhole(type: string): boolean {
  return /^u?int|^bool/.test(type);
}

function readSize({ op, inputs, attributes }: Node, { tensors }: KnownContext): KnownValue | null {
  const dims = findDims(tensors, inputs[0] ?? "");
  if (dims === null) return null;
  if (op === "Size") return { data: [countElements(dims)], dims: [], whole: true };
  const start = attributes.get("start")?.int ?? 0;
  const data = dims.slice(start, attributes.get("end")?.int);
  return { data, dims: [data.length], whole: true };
}

type Operation = (
  read: readonly (KnownValue | null)[],
  node: Node,
  model: Model,
) => KnownValue | null;

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["Identity", ([x]) => x ?? null],
  ["Cast", ([x = null], { attributes }) => x && cast(x, attributes.get("to")?.int ?? 0)],
  ["Floor", ([x = null]) => x && { ...x, data: x.data.map(Math.floor) }],
  ["Ceil", ([x = null]) => x && { ...x, data: x.data.map(Math.ceil) }],
  ["Round", ([x = null]) => x && { ...x, data: x.data.map(Math.round) }],
  ["Neg", ([x = null]) => x && { ...x, data: x.data.map((value) => -value) }],
  ["Sqrt", ([x = null]) => x && { ...x, data: x.data.map(Math.sqrt) }],
  ["Not", ([x = null]) => x && { ...x, data: x.data.map((value) => value === 0 ? 1 : 0) }],
  ["Add", pairwise((a, b) => a + b)],
  ["Sub", pairwise((a, b) => a - b)],
  ["Mul", pairwise((a, b) => a * b)],
  ["Div", divide],
  ["Mod", pairwise((a, b) => a - b * Math.floor(a / b))],
  ["Min", pairwise(Math.min)],
  ["Max", pairwise(Math.max)],
  ["Pow", pairwise((a, b) => a ** b)],
  ["Equal", pairwise((a, b) => a === b ? 1 : 0)],
  ["Less", pairwise((a, b) => a < b ? 1 : 0)],
  ["Greater", pairwise((a, b) => a > b ? 1 : 0)],
  ["And", pairwise((a, b) => a && b)],
  ["Or", pairwise((a, b) => a || b)],
  ["Where", choose],
  ["Gather", gather],
  ["Concat", join],
  ["Slice", slice],
  ["Transpose", transpose],
  ["Range", range],
  ["ConstantOfShape", fill],
  ["Expand", expand],
  [
    "Reshape",
    ([x = null, shape = null]) => x && shape && rename(x, inferReshape(x.dims, listOf(shape))),
  ],
  [
    "Squeeze",
    ([x = null, axes], { attributes }) =>
      x && rename(x, inferSqueeze(x.dims, axes ? listOf(axes) : attributes.get("axes"))),
  ],
  [
    "Unsqueeze",
    ([x = null, axes], { attributes }) =>
      x && rename(x, inferUnsqueeze(x.dims, axes ? listOf(axes) : attributes.get("axes"))),
  ],
  ["ReduceProd", ([x = null], { attributes }) =>
    x && x.dims.length < 2
      ? {
        ...x,
        data: [x.data.reduce((a, b) => a * b, 1)],
        dims: (attributes.get("keepdims")?.int ?? 1) === 1 ? x.dims.map(() => 1) : [],
      }
      : null],
]);

function listOf({ data }: KnownValue): { readonly ints: readonly number[]; readonly graphs: [] } {
  return { ints: data, graphs: [] };
}

function rename(x: KnownValue, dims: readonly number[] | null): KnownValue | null {
  return dims && countElements(dims) === x.data.length ? { ...x, dims } : null;
}

function cast(x: KnownValue, to: number): KnownValue {
  const whole = isWhole(DATA_TYPES[to] ?? "");
  return { ...x, whole, data: whole ? x.data.map(Math.trunc) : x.data };
}

function pairwise(operate: (a: number, b: number) => number): Operation {
  return (read) =>
    read.reduce((a, b) => {
      if (a === null || b === null) return null;
      const dims = inferBroadcast(a.dims, b.dims);
      if (dims === null || countElements(dims) > MOST_VALUES) return null;
      const [left, right] = [repeat(a, dims), repeat(b, dims)];
      return { ...a, dims, data: left.map((value, i) => operate(value, right[i]!)) };
    });
}

function divide(...given: Parameters<Operation>): KnownValue | null {
  const whole = given[0][0]?.whole ?? false;
  return pairwise((a, b) => whole ? Math.trunc(a / b) : a / b)(...given);
}

// The values in reading order, repeated along axes of extent 1.
function repeat({ data, dims }: KnownValue, wanted: readonly number[]): number[] {
  const more = wanted.length - dims.length;
  return Array.from({ length: countElements(wanted) }, (_, i) => {
    let rest = i;
    let at = 0;
    let step = 1;
    for (let axis = wanted.length - 1; axis >= 0; axis--) {
      const own = axis < more ? 1 : dims[axis - more]!;
      at += own === 1 ? 0 : rest % wanted[axis]! * step;
      step *= own;
      rest = Math.floor(rest / wanted[axis]!);
    }
    return data[at]!;
  });
}

function choose([test, a, b]: readonly (KnownValue | null)[]): KnownValue | null {
  if (!test || !a || !b) return null;
  const pair = inferBroadcast(a.dims, b.dims);
  const dims = pair && inferBroadcast(pair, test.dims);
  if (dims === null || countElements(dims) > MOST_VALUES) return null;
  const [tests, left, right] = [test, a, b].map((value) => repeat(value, dims));
  return { ...a, dims, data: tests!.map((chosen, i) => chosen !== 0 ? left![i]! : right![i]!) };
}

function gather([x, indices]: readonly (KnownValue | null)[], node: Node): KnownValue | null {
  const axis = node.attributes.get("axis")?.int ?? 0;
  if (!x || !indices || x.dims.length !== 1 || axis > 0) return null;
  const data = indices.data.map((index) => x.data.at(index) ?? NaN);
  return data.some(Number.isNaN) ? null : { ...x, data, dims: indices.dims };
}

function join(read: readonly (KnownValue | null)[]): KnownValue | null {
  const [first] = read;
  if (!first || read.some((value) => value === null || value.dims.length !== 1)) return null;
  const data = read.flatMap((value) => value!.data);
  return { ...first, data, dims: [data.length] };
}

function slice(read: readonly (KnownValue | null)[], { attributes }: Node): KnownValue | null {
  const [x] = read;
  const [starts, ends, axes, steps] = ["starts", "ends", "axes", "steps"].map((name, i) =>
    read[i + 1]?.data ?? attributes.get(name)?.ints
  );
  if (!x || !starts || starts.length !== ends?.length) return null;
  const cuts = starts.map((start, i) => {
    return { axis: axes?.[i] ?? i, start, end: ends[i]!, step: steps?.[i] ?? 1 };
  });
  const sliced = sliceLaid(x, cuts);
  return sliced && { ...x, ...sliced };
}

function transpose(
  [x = null]: readonly (KnownValue | null)[],
  { attributes }: Node,
): KnownValue | null {
  if (x === null) return null;
  const turned = transposeLaid(x, attributes.get("perm")?.ints);
  return turned && { ...x, ...turned };
}

function range([start, limit, delta]: readonly (KnownValue | null)[]): KnownValue | null {
  const [from = 0, to = 0, step = 1] = [start, limit, delta].map((value) => value?.data[0]);
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= MOST_VALUES)) return null;
  const data = Array.from({ length: count }, (_, i) => from + i * step);
  return { data, dims: [count], whole: start?.whole ?? true };
}

function fill(
  [shape]: readonly (KnownValue | null)[],
  { attributes }: Node,
  model: Model,
): KnownValue | null {
  if (!shape || countElements(shape.data) > MOST_VALUES) return null;
  const tensor = attributes.get("value")?.tensor;
  const value = tensor === undefined ? 0 : readTensor(model, tensor).data[0] ?? 0;
  return {
    data: Array(countElements(shape.data)).fill(value),
    dims: shape.data,
    whole: isWhole(tensor?.dataType ?? "float32"),
  };
}

function expand([x, shape]: readonly (KnownValue | null)[]): KnownValue | null {
  const dims = x && shape && inferBroadcast(x.dims, shape.data);
  if (!dims || countElements(dims) > MOST_VALUES) return null;
  return { ...x, dims, data: repeat(x, dims) };
}
