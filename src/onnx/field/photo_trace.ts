import { findConstant } from "../constant/find_constant.ts";
import { ELEMENTWISE_RULES } from "./elementwise_rules.ts";
import { computeKnown, type KnownValue } from "./known_value.ts";
import { LAYOUT_RULES } from "./layout_rules.ts";
import type { Model } from "../graph/model.ts";
import { isKnownDomain } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";
import { PAD_RULES } from "./pad_rule.ts";
import type { TraceRule } from "./passage.ts";
import { reachPixels } from "./pixel_reach.ts";
import { RESIZE_RULES } from "./resize_rules.ts";
import { SUM_RULES } from "./sum_rules.ts";
import { dependsOnPhoto, type Traced, traceNothing } from "./traced.ts";
import { WINDOW_RULES } from "./window_rules.ts";

/** The input that takes a photo, as it is fed. */
export interface TracedPhoto {
  readonly name: string;
  /** Its sizes, with those of the batch and the channels. */
  readonly dims: readonly number[];
  /** Which of its axes are those of the photo, height first. */
  readonly axes: readonly number[];
}

/** What the tensors of a model read of a photo of one size. */
export interface PhotoTrace {
  readonly photo: TracedPhoto;
  /** What each tensor reads, or the node behind which that is not known. */
  readonly tensors: ReadonlyMap<string, Traced | Node>;
  /** The first node whose inputs do not fit each other at this size; null where all fit. */
  readonly misfit: Node | null;
}

/** How far a model is traced. */
export interface TraceOptions {
  /** The last tensor to be traced; null for all. */
  readonly until?: string | null;
  /** Whether nothing is traced behind a node whose inputs do not fit. */
  readonly untilMisfit?: boolean;
}

const RULES: ReadonlyMap<string, TraceRule> = new Map([
  ...ELEMENTWISE_RULES,
  ...WINDOW_RULES,
  ...LAYOUT_RULES,
  ...PAD_RULES,
  ...RESIZE_RULES,
  ...SUM_RULES,
]);

/**
 * Traces what every element of every tensor of a model reads of a photo: the rows and the columns
 * from the first to the last that its value depends on, for weights that are not 0. Holes in
 * between, as dilations and branches leave them, count as read.
 */
export function tracePhoto(
  model: Model,
  photo: TracedPhoto,
  { until = null, untilMisfit = false }: TraceOptions = {},
): PhotoTrace {
  const tensors = new Map<string, Traced | Node>(traceGiven(model, photo));
  const state = { model, photo, tensors, values: new Map(), spend: allotBudget() };
  let misfit: Node | null = null;
  for (const node of model.graph.nodes) {
    if (until !== null && tensors.has(until) || untilMisfit && misfit !== null) break;
    if (!fitsNode(node, state)) misfit ??= node;
  }
  return { photo, tensors, misfit };
}

/** What a trace has come to. */
interface TraceState {
  readonly model: Model;
  readonly photo: TracedPhoto;
  readonly tensors: Map<string, Traced | Node>;
  readonly values: Map<string, KnownValue>;
  /** Counts what is listed. */
  spend(traced: readonly Traced[]): void;
}

// Traces a node, and says whether its inputs fit each other.
function fitsNode(node: Node, state: TraceState): boolean {
  try {
    passNode(node, state);
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const cause = findCause(node, state.tensors);
    node.outputs.forEach((name) => state.tensors.set(name, cause));
    return error instanceof RangeError;
  }
}

function passNode(node: Node, state: TraceState): void {
  const { photo, tensors, values } = state;
  const [output = ""] = node.outputs;
  const known = computeKnown(node, state);
  if (known !== null) {
    values.set(output, known);
    tensors.set(output, traceNothing(known.dims, photo.axes.length));
    return;
  }
  const traced = traceNode(node, state);
  state.spend(traced);
  node.outputs.forEach((name, i) => tensors.set(name, traced[i] ?? node));
}

// What all tensors of a network read takes far less; lists are shared where nothing changes.
const MOST_LISTED = 1 << 26;

function allotBudget(): (traced: readonly Traced[]) => void {
  const counted = new WeakSet<Int32Array>();
  let spent = 0;
  return (traced) => {
    for (const { first } of traced.flatMap(({ reaches }) => reaches)) {
      if (!counted.has(first)) spent += first.length;
      counted.add(first);
    }
    if (spent > MOST_LISTED) throw new RangeError(`Cannot trace model: ${spent} elements differ`);
  };
}

function* traceGiven(model: Model, photo: TracedPhoto): Generator<[string, Traced]> {
  const { inputs, initializers } = model.graph;
  for (const { name, dims } of inputs.values()) {
    const known = dims?.map((dim) => typeof dim === "number" ? dim : 1) ?? [];
    yield [name, traceNothing(known, photo.axes.length)];
  }
  for (const { name, dims } of initializers.values()) {
    yield [name, traceNothing(dims, photo.axes.length)];
  }
  const rank = photo.dims.length;
  const reaches = photo.axes.map((axis) => reachPixels(rank, axis, photo.dims[axis]!));
  yield [photo.name, { dims: photo.dims, reaches }];
}

function traceNode(node: Node, state: TraceState): readonly Traced[] {
  const { model, tensors, values, photo } = state;
  const fixed = node.inputs.every((name) => name === "" || isFixed(tensors, name));
  const constant = fixed ? findConstant(model, node.outputs[0] ?? "") : null;
  if (constant !== null) return [traceNothing(constant.dims, photo.axes.length)];
  const defined = model.functions.has(`${node.domain}:${node.op}`);
  const rule = isKnownDomain(node.domain) && !defined ? RULES.get(node.op) : undefined;
  const readsNone = node.inputs.every((name) => name === "");
  if (rule === undefined || readsNone) {
    throw new RangeError(`Cannot trace ${node.op} "${node.name}"`);
  }
  const traced = rule({ model, node, tensors, values });
  return "dims" in traced ? [traced] : traced;
}

function isFixed(tensors: ReadonlyMap<string, Traced | Node>, name: string): boolean {
  return tensors.has(name) && !dependsOnPhoto(tensors, name);
}

function findCause(node: Node, tensors: ReadonlyMap<string, Traced | Node>): Node {
  for (const name of node.inputs) {
    const traced = tensors.get(name);
    if (traced !== undefined && !("dims" in traced)) return traced;
  }
  return node;
}
