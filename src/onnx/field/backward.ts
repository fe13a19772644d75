import type { BackwardPath } from "./backward_path.ts";
import { type BackwardDraft, sendBack } from "./backward_step.ts";
import type { NewGraph } from "../write/encode.ts";
import type { Model } from "../graph/model.ts";
import { findNeeds } from "../graph/needs.ts";
import type { Node } from "../wire/node.ts";
import { findWeights } from "../constant/weights.ts";

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

/** Lists what the runtime has to compute before signals go back from a tensor. */
export function listComputed(model: Model, start: string): readonly string[] {
  const { nodes } = findNeeds(model, [{ tensor: start, quantization: null }]);
  const read = [...nodes].filter(({ op }) => op === "Conv").flatMap(({ inputs }) => inputs);
  return [...new Set(read.flatMap((name) => findWeights(model, name)?.computed ?? []))];
}

/**
 * Plans the graph that takes signals from a tensor back to the photo: a
 * transposed convolution for every convolution, its weights unchanged. Every
 * Relu rectifies them, and they go where every MaxPool found its maximum.
 *
 * Source: Zeiler and Fergus, Visualizing and Understanding Convolutional
 * Networks, ECCV 2014.
 */
export function planBackward(model: Model, path: BackwardPath): Backward {
  const draft: BackwardDraft = { nodes: [], constants: new Map(), fed: new Map() };
  const arrived = new Map<string, string[]>([[path.start, [SEED]]]);
  for (const node of model.graph.nodes.toReversed()) {
    const signals = arrived.get(node.outputs[0] ?? "");
    if (signals === undefined) continue;
    const signal = addUp(draft, signals);
    const sent = sendBack({ ...path, model, node, signal, draft });
    if (sent === null) return { kind: "obstacle", node };
    for (const [tensor, name] of sent) arrived.set(tensor, [...arrived.get(tensor) ?? [], name]);
  }
  const last = addUp(draft, arrived.get(path.trace.photo.name) ?? [SEED]);
  draft.nodes.push({ op: "Identity", inputs: [last], outputs: [PROJECTION] });
  return { kind: "graph", graph: finish(draft), fed: draft.fed };
}

function finish({ nodes, constants, fed }: BackwardDraft): NewGraph {
  const open = [null, null, null, null];
  const inputs = new Map([SEED, ...fed.keys()].map((name) => [name, open]));
  return { nodes, constants, inputs, outputs: [PROJECTION] };
}

function addUp(draft: BackwardDraft, signals: readonly string[]): string {
  const [first = SEED] = signals;
  if (signals.length === 1) return first;
  const output = `signal_${draft.nodes.length}`;
  draft.nodes.push({ op: "Sum", inputs: signals, outputs: [output] });
  return output;
}
