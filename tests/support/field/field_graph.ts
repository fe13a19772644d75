import { readModel } from "../../../src/onnx/read/read_model.ts";
import { tracePhoto } from "../../../src/onnx/field/photo_trace.ts";
import { countElements } from "../../../src/tensor/tensor.ts";
import { PARTS } from "./field_part.ts";
import { encodeModel, type ModelText, type NodeText } from "../model/onnx_model.ts";
import { store, type TensorText } from "../model/onnx_tensor.ts";
import type { Random } from "../random.ts";

/** A random graph that ends in a convolution, `y`, and the photo that it takes. */
export interface FieldGraph {
  readonly model: ModelText;
  readonly dims: readonly number[];
  readonly axes: readonly number[];
}

/** A graph that grows part by part from its last tensor. */
export interface Draft {
  readonly random: Random;
  readonly opset: number;
  readonly nodes: NodeText[];
  readonly tensors: Record<string, TensorText>;
  /** The photo. */
  readonly photo: readonly number[];
  readonly photoAxes: readonly number[];
  /** The last tensor, its dims, and which of its axes are space and channels. */
  current: string;
  dims: readonly number[];
  space: readonly number[];
  channels: number;
}

const PHOTO = "photo";

/** Draws a graph of operators that change what cells read. */
export function drawFieldGraph(random: Random): FieldGraph {
  const draft = beginDraft(random);
  const parts = random.whole(1, 5);
  for (let i = 0; i < parts; i++) addPart(draft);
  if (draft.channels === 3) turnChannels(draft, "first");
  const extents = draft.dims.slice(2).map((extent) => Math.min(extent, random.whole(1, 3)));
  emit(draft, "Conv", [draft.current, hold(draft, [2, draft.dims[1]!, ...extents])]);
  draft.nodes.push({ op: "Identity", inputs: [draft.current], outputs: ["y"] });
  const { opset, nodes, tensors, photo, photoAxes } = draft;
  const inputs = { [PHOTO]: ["n", ...photo.slice(1)] };
  return { model: { opset, nodes, initializers: tensors, inputs }, dims: photo, axes: photoAxes };
}

function beginDraft(random: Random): Draft {
  const last = random.whole(0, 3) === 0; // channels
  const size = [random.whole(7, 13), random.whole(7, 13)];
  const depth = random.whole(1, 3);
  const dims = last ? [1, ...size, depth] : [1, depth, ...size];
  const space = last ? [1, 2] : [2, 3];
  let current = PHOTO;
  let known: readonly number[] | null = dims;
  return {
    random,
    opset: random.whole(0, 1) === 0 ? 13 : 18,
    nodes: [],
    tensors: {},
    photo: dims,
    photoAxes: space,
    get current() {
      return current;
    },
    set current(tensor) {
      [current, known] = [tensor, null];
    },
    get dims() { // found where they are asked for, as most are not
      return known ??= findDims(this, current);
    },
    set dims(found) {
      known = found;
    },
    space,
    channels: last ? 3 : 1,
  };
}

function addPart(draft: Draft): void {
  const fitting = PARTS.filter(({ fits }) => fits(draft));
  fitting[draft.random.whole(0, fitting.length - 1)]!.add(draft);
}

/** Adds a node behind the last tensor, and makes what it gives the last one. */
export function emit(
  draft: Draft,
  op: string,
  inputs: readonly string[],
  attributes: Partial<NodeText> = {},
): string {
  const output = `t${draft.nodes.length}`;
  draft.nodes.push({
    op,
    inputs,
    outputs: [output, ...attributes.outputs ?? []],
    ...withoutOutputs(attributes),
  });
  draft.current = output;
  return output;
}

function withoutOutputs({ outputs: _, ...rest }: Partial<NodeText>): Partial<NodeText> {
  return rest;
}

/** Finds the dims of a tensor of a draft. */
export function findDims(draft: Draft, tensor: string): readonly number[] {
  const { opset, nodes, tensors, photo, photoAxes: axes } = draft;
  const model = { opset, nodes, initializers: tensors, inputs: { [PHOTO]: photo } };
  const trace = tracePhoto(readModel(encodeModel(model)), { name: PHOTO, dims: photo, axes });
  const traced = trace.tensors.get(tensor);
  if (traced !== undefined && "dims" in traced) return traced.dims;
  const { op, ints, int, string } = nodes.at(-1)!;
  throw new Error(
    `Cannot trace ${op} ${JSON.stringify({ ints, int, string })} behind [${draft.dims}]`,
  );
}

/** Holds weights that are positive and bring values to no other size. */
export function hold(
  draft: Draft,
  dims: readonly number[],
  fan = countElements(dims.slice(1)),
): string {
  const data = draft.random.floats(countElements(dims), 0.5, 1.5).map((value) => value / fan);
  return holdTensor(draft, { data, dims });
}

/** Holds whole numbers. */
export function holdInts(draft: Draft, values: readonly number[], dims = [values.length]): string {
  return holdTensor(draft, store("int64", dims, [...values]));
}

/** Holds a tensor. */
export function holdTensor(draft: Draft, tensor: TensorText): string {
  const name = `c${Object.keys(draft.tensors).length}`;
  draft.tensors[name] = tensor;
  return name;
}

/** Brings the channels before space, or behind it. */
export function turnChannels(draft: Draft, place: "first" | "last"): void {
  const perm = place === "first" ? [0, 3, 1, 2] : [0, 2, 3, 1];
  emit(draft, "Transpose", [draft.current], { ints: { perm } });
  draft.space = place === "first" ? [2, 3] : [1, 2];
  draft.channels = place === "first" ? 1 : 3;
}

/** Describes a graph in a message. */
export function describeFieldGraph({ model, dims }: FieldGraph): string {
  const nodes = model.nodes.map(({ op, ints, int, string, inputs }) => {
    const sizes = inputs.map((name) => `${name}[${model.initializers[name]?.dims ?? ""}]`);
    return `${op}(${sizes}) ${JSON.stringify({ ...ints, ...int, ...string })}`;
  });
  return `[${dims}], opset ${model.opset}\n${nodes.join("\n")}`;
}
