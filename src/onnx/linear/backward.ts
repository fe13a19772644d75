import type { BackwardDraft, BackwardPath, Signal } from "./backward_path.ts";
import { sendBack } from "./backward_step.ts";
import { alignAnswers, type AnswerPlace } from "./linear_answer.ts";
import type { NewGraph } from "../write/encode.ts";
import { createDraft, emitNode, emitPlaced, finishDraft } from "../write/graph_draft.ts";
import type { Model } from "../graph/model.ts";
import { findNeeds } from "../graph/needs.ts";
import type { Node } from "../wire/node.ts";
import { listStepWeights } from "./linear_step.ts";

/** A graph that takes signals back to the photo, or the node that stands in the way. */
export type Backward =
  | ({ readonly kind: "graph"; readonly graph: NewGraph } & SignalWindows)
  | { readonly kind: "obstacle"; readonly node: Node };

/** Of which windows a graph is fed and gives, for each signal by the cell that it starts at. */
export interface SignalWindows extends Pick<BackwardDraft, "masks" | "patches"> {
  /** Where the output lies on the photo. */
  readonly photo: AnswerPlace;
}

/** The input that takes the signals, one cell each: [batch, channels, 1, 1]. */
export const SEED = "seed";
/** The output that gives them back, [batch, channels, height, width] of a window of the photo. */
export const PROJECTION = "projection";

/** Lists what the runtime has to compute before signals go back from a tensor. */
export function listComputed(model: Model, start: string): readonly string[] {
  const { nodes } = findNeeds(model, [{ tensor: start, quantization: null }]);
  const read = [...nodes].filter(({ op }) => op === "Conv");
  return [...new Set(read.flatMap((node) => listStepWeights(model, node)))];
}

/**
 * Plans the graph that takes signals from cells of a tensor back to the photo: a
 * transposed convolution for every convolution, its weights unchanged. Every
 * Relu rectifies them, and they go where every MaxPool found its maximum. A
 * signal is carried in the window of each tensor that its cell reads.
 *
 * Source: Zeiler and Fergus, Visualizing and Understanding Convolutional
 * Networks, ECCV 2014.
 */
export function planBackward(model: Model, path: BackwardPath): Backward {
  const draft: BackwardDraft = { ...createDraft(), masks: new Map(), patches: new Map() };
  const seed = { name: SEED, place: { size: [1, 1], stride: [1, 1], offset: [0, 0] } };
  const arrived = new Map<string, Signal[]>([[path.start, [seed]]]);
  for (const node of model.graph.nodes.toReversed()) {
    const signals = arrived.get(node.outputs[0] ?? "");
    if (signals === undefined) continue;
    const signal = addUp(draft, signals);
    const sent = signal && sendBack({ ...path, model, node, signal, draft });
    if (sent === null) return { kind: "obstacle", node };
    for (const [tensor, each] of sent) arrived.set(tensor, [...arrived.get(tensor) ?? [], each]);
  }
  const last = addUp(draft, arrived.get(path.trace.photo.name) ?? [seed]) ?? seed;
  draft.nodes.push({ op: "Identity", inputs: [last.name], outputs: [PROJECTION] });
  const { masks, patches } = draft;
  return { kind: "graph", graph: finish(draft), masks, patches, photo: last.place };
}

function finish(draft: BackwardDraft): NewGraph {
  const inputs = [SEED, ...draft.masks.keys(), ...draft.patches.keys()];
  return finishDraft(draft, new Map(inputs.map((name) => [name, 4])), [PROJECTION]);
}

// Null where they do not lie alike.
function addUp(draft: BackwardDraft, signals: readonly Signal[]): Signal | null {
  const [first] = signals;
  if (signals.length === 1) return first!;
  const to = alignAnswers(signals.map(({ place }) => place));
  if (to === null) return null;
  const placed = signals.map(({ name, place }) => emitPlaced(draft, name, { from: place, to }));
  return { name: emitNode(draft, "Sum", placed), place: { ...first!.place, ...to } };
}
