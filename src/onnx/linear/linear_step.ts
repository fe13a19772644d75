import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { OperatorTraits } from "../graph/operator_traits.ts";
import type { Node } from "../wire/node.ts";
import type { PhotoTrace } from "../field/photo_trace.ts";
import { dependsOnPhoto, findDims } from "../field/traced.ts";
import { type ComputedValues, evaluateWith, findWeights } from "../constant/weights.ts";
import { planRowStep } from "./row_step.ts";
import type { Stepping, SteppingStep } from "./stepping.ts";
import { findWindow, resolvePads } from "../layer/window.ts";

/**
 * What a node makes of the tensors that depend on the photo, as far as it is linear: activations
 * are left out and pools taken for averages.
 */
export type LinearStep =
  | SteppingStep
  | { readonly kind: "scale"; readonly from: string; readonly factors: ArrayLike<number> }
  | { readonly kind: "add"; readonly from: readonly string[] }
  | { readonly kind: "join"; readonly parts: readonly JoinedPart[] };

/** A tensor among those that stand one after the other, or so many channels without the photo. */
export type JoinedPart = { readonly from: string } | { readonly channels: number };

/** What is known of the tensors of a model. */
export interface StepKnowledge {
  readonly model: Model;
  readonly trace: PhotoTrace;
  /** What the runtime computed of a node's weights. */
  readonly computed: ComputedValues;
}

/** A node, and what is known of its tensors. */
interface Place extends StepKnowledge {
  readonly node: Node;
  /** Those of its inputs that depend on the photo. */
  readonly from: readonly string[];
}

/** Lists what the runtime has to compute before the step of a node is planned. */
export function listStepWeights(model: Model, { op, inputs }: Node): readonly string[] {
  return WEIGHTED.has(op) ? inputs.flatMap((name) => findWeights(model, name)?.computed ?? []) : [];
}

const WEIGHTED = new Set([
  ...["Conv", "BatchNormalization", "Mul", "Div", "Gemm", "MatMul", "FusedMatMul"],
]);

/** Plans the linear step of a node; null where it has none. */
export function planLinearStep(knowledge: StepKnowledge, node: Node): LinearStep | null {
  const { trace } = knowledge;
  const from = node.inputs.filter((name) => dependsOnPhoto(trace.tensors, name));
  const place = { ...knowledge, node, from };
  switch (node.op) {
    case "Add":
    case "Sum":
      return from.every((name) => isWhole(place, name)) && (from.length === 1 || hasSpace(place))
        ? { kind: "add", from }
        : null;
    case "Concat":
      return planJoin(place);
    default:
      return from.length === 1 ? planSingle(place, from[0]!) : null;
  }
}

// What the values of a tensor may go through as if it were not there.
const PASSED: ReadonlySet<OperatorTraits["values"]> = new Set([
  ...["same", "rounded", "clipped", "activated"] as const,
]);

function planSingle(place: Place, from: string): LinearStep | null {
  const { node } = place;
  const { cellByCell, values } = findTraits(node);
  if (cellByCell && PASSED.has(values)) return { kind: "pass", from };
  switch (node.op) {
    case "Conv":
      return planConv(place, from);
    case "MaxPool":
    case "AveragePool": {
      const stepping = findStepping(place, from);
      return stepping && { kind: "average", from, ...stepping };
    }
    case "BatchNormalization":
      return hasSpace(place) ? planNormalization(place, from) : null;
    case "Mul":
    case "Div":
      return planFactors(place, from);
    default:
      return planRowStep({ ...place, tensors: place.trace.tensors, from });
  }
}

function planConv(place: Place, from: string): LinearStep | null {
  const { model, node, computed } = place;
  const weights = evaluateWith(model, node.inputs[1] ?? "", computed);
  const stepping = findStepping(place, from);
  if (weights === null || stepping === null) return null;
  const group = node.attributes.get("group")?.int ?? 1;
  return { kind: "convolve", from, weights, group, ...stepping };
}

function findStepping({ model, trace, node }: Place, from: string): Stepping | null {
  const window = findWindow(model, node);
  const read = findDims(trace.tensors, from)?.slice(2);
  const written = findDims(trace.tensors, node.outputs[0] ?? "")?.slice(2);
  if (window?.kernelShape.length !== 2 || !read || !written) return null;
  const { kernelShape, strides, dilations } = window;
  return { kernelShape, strides, dilations, begins: resolvePads(window, { read, written }) };
}

function planNormalization({ model, node, computed }: Place, from: string): LinearStep | null {
  const [scale, variance] = [1, 4].map((i) => evaluateWith(model, node.inputs[i] ?? "", computed));
  if (!scale || !variance) return null;
  const epsilon = node.attributes.get("epsilon")?.float ?? 1e-5;
  const factors = scale.data.map((gamma, c) => gamma / Math.sqrt(variance.data[c]! + epsilon));
  return { kind: "scale", from, factors };
}

// A number for all channels, or one for each.
function planFactors(place: Place, from: string): LinearStep | null {
  const { model, trace, node, computed } = place;
  const divides = node.op === "Div";
  const other = node.inputs.find((name) => name !== from) ?? "";
  const constant = evaluateWith(model, other, computed);
  const channels = findDims(trace.tensors, from)?.[1];
  if (constant === null || !isWhole(place, from) || divides && node.inputs[0] !== from) return null;
  const axes = constant.dims.map((extent, i) => extent === 1 ? null : constant.dims.length - i)
    .filter((axis) => axis !== null);
  if (axes.some((axis) => axis !== 3)) return null; // numbers of rows or columns
  const { data } = constant;
  if (data.length !== 1 && data.length !== channels) return null;
  return { kind: "scale", from, factors: divides ? data.map((factor) => 1 / factor) : data };
}

function planJoin({ trace, node, from }: Place): LinearStep | null {
  const axis = node.attributes.get("axis")?.int ?? 1;
  if (axis !== 1 && axis !== -3 || !hasSpace({ trace, node })) return null;
  const parts = node.inputs.map((name) => {
    if (from.includes(name)) return { from: name };
    const channels = findDims(trace.tensors, name)?.[1];
    return channels === undefined ? null : { channels };
  }).filter((part) => part !== null);
  return parts.length === node.inputs.length ? { kind: "join", parts } : null;
}

// Rows stand for maps that may have been of any size.
function hasSpace({ trace, node }: Pick<Place, "trace" | "node">): boolean {
  return findDims(trace.tensors, node.outputs[0] ?? "")?.length === 4;
}

// What is repeated to the size of another is elsewhere in it.
function isWhole({ trace, node }: Place, name: string): boolean {
  return String(findDims(trace.tensors, name)) ===
    String(findDims(trace.tensors, node.outputs[0] ?? ""));
}
