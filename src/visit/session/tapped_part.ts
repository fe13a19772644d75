import type { Runtime, Session, SessionOptions } from "../../effects.ts";
import { cutModel, type Submodel } from "../../onnx/write/cut.ts";
import type { Tap } from "../../onnx/graph/tap.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { findNeeds } from "../../onnx/graph/needs.ts";
import type { Node } from "../../onnx/wire/node.ts";
import { orderNodes } from "../../onnx/graph/running_order.ts";
import { dropDependents } from "./obstacle.ts";

/** A model, and what of it is tapped. */
export interface Tapped extends SessionOptions {
  readonly model: Model;
  readonly taps: readonly Tap[];
  readonly runtime: Runtime;
}

/** Nodes in an order in which they can run, and the taps that need no others. */
export interface Part {
  readonly nodes: readonly Node[];
  readonly taps: readonly Tap[];
}

/** Plans all that the taps need. */
export function planWhole({ model, taps }: Tapped): Part {
  return { nodes: orderNodes(model, findNeeds(model, taps).nodes), taps };
}

/** Leaves nodes out of a part, with all that depends on them. */
export function leaveOut(model: Model, { nodes, taps }: Part, dropped: readonly Node[]): Part {
  const left = dropDependents(model, nodes, dropped);
  const lost = new Set(nodes).difference(new Set(left));
  const runs = (tap: Tap): boolean => findNeeds(model, [tap]).nodes.isDisjointFrom(lost);
  return { nodes: left, taps: taps.filter(runs) };
}

/** Lists a node and all that it depends on, in an order in which they can run. */
export function closureOf(model: Model, node: Node): readonly Node[] {
  const taps = node.outputs.filter((name) => name !== "").slice(0, 1)
    .map((tensor) => ({ tensor, quantization: null }));
  return orderNodes(model, findNeeds(model, taps).nodes);
}

/** Loads a part, or all; inputs and outputs have the same names in both. */
export async function openPart(
  { model, taps, runtime, ...options }: Tapped,
  part: Part | null,
): Promise<Session> {
  return await runtime.open(cutPart({ model, taps }, part), options);
}

/** Cuts a part out of a model, or all that is tapped. */
export function cutPart(
  { model, taps }: Pick<Tapped, "model" | "taps">,
  part: Part | null,
): Submodel {
  const kept = part && { nodes: new Set(part.nodes), taps: new Set(part.taps) };
  return cutModel(model, taps, kept);
}
