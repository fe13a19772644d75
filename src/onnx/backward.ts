import { type Draft, sendBack } from "./_backward_step.ts";
import { findConstant } from "./constant.ts";
import type { NewGraph } from "./encode.ts";
import type { Model } from "./model.ts";
import type { Node } from "./node.ts";
import type { Extent } from "./receptive_field.ts";

/**
 * How a signal goes back through a graph: `deconvnet` rectifies it at every
 * Relu and puts it where every MaxPool found its maximum; `linear` leaves
 * activations out and takes every pool for an average.
 */
export type BackwardRule = "deconvnet" | "linear";

/** What signals go back through, and from where. */
export interface BackwardPath {
  /** The tensor that they start at. */
  readonly start: string;
  /** How many go back at once. */
  readonly batch: number;
  /** The input that takes the photo. */
  readonly image: string;
  /** The receptive fields of the model's tensors, with their sizes. */
  readonly extents: ReadonlyMap<string, Extent | null>;
  readonly rule: BackwardRule;
}

/** A graph that takes signals back to the photo, or the node that stands in the way. */
export type Backward =
  | {
    readonly kind: "graph";
    readonly graph: NewGraph;
    /** The model's tensor that each input but the seed is fed with. */
    readonly fed: ReadonlyMap<string, string>;
  }
  | { readonly kind: "obstacle"; readonly node: Node };

/** The input that takes the signals, [batch, channels, height, width]. */
export const SEED = "seed";
/** The output that gives them back, [batch, channels, height, width] of the photo. */
export const PROJECTION = "projection";

/**
 * Plans the graph that takes signals from a tensor back to the photo: a
 * transposed convolution for every convolution, its weights unchanged.
 *
 * Source: Zeiler and Fergus, Visualizing and Understanding Convolutional
 * Networks, ECCV 2014.
 */
export function planBackward(model: Model, path: BackwardPath): Backward {
  const draft: Draft = { nodes: [], constants: new Map(), fed: new Map() };
  const channels = countChannels(model, path.extents);
  const arrived = new Map<string, string[]>([[path.start, [SEED]]]);
  for (const node of model.graph.nodes.toReversed()) {
    const signals = arrived.get(node.outputs[0] ?? "");
    if (signals === undefined) continue;
    const signal = addUp(draft, signals);
    const sent = sendBack({ ...path, model, node, signal, channels, draft });
    if (sent === null) return { kind: "obstacle", node };
    for (const [tensor, name] of sent) arrived.set(tensor, [...arrived.get(tensor) ?? [], name]);
  }
  const last = addUp(draft, arrived.get(path.image) ?? [SEED]);
  draft.nodes.push({ op: "Identity", inputs: [last], outputs: [PROJECTION] });
  return { kind: "graph", graph: finish(draft), fed: draft.fed };
}

function finish({ nodes, constants, fed }: Draft): NewGraph {
  const open = [null, null, null, null];
  const inputs = new Map([SEED, ...fed.keys()].map((name) => [name, open]));
  return { nodes, constants, inputs, outputs: [PROJECTION] };
}

function countChannels(
  model: Model,
  extents: ReadonlyMap<string, Extent | null>,
): ReadonlyMap<string, number> {
  const channels = new Map<string, number>();
  for (const node of model.graph.nodes) {
    const [output = ""] = node.outputs;
    if (!extents.has(output)) continue;
    const count = countWritten(model, node, channels);
    if (count !== undefined) channels.set(output, count);
  }
  return channels;
}

function countWritten(
  model: Model,
  node: Node,
  channels: ReadonlyMap<string, number>,
): number | undefined {
  if (node.op === "Conv") return findConstant(model, node.inputs[1] ?? "")?.dims[0];
  const read = node.inputs.map((name) => channels.get(name));
  if (node.op !== "Concat") return read.find((count) => count !== undefined);
  return read.includes(undefined) ? undefined : read.reduce((sum, count) => sum! + count!, 0);
}

function addUp(draft: Draft, signals: readonly string[]): string {
  const [first = SEED] = signals;
  if (signals.length === 1) return first;
  const output = `signal_${draft.nodes.length}`;
  draft.nodes.push({ op: "Sum", inputs: signals, outputs: [output] });
  return output;
}
