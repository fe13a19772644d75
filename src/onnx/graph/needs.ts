import type { CutPart, Tap } from "./tap.ts";
import type { Model } from "./model.ts";
import { type Node, walkBodies } from "../wire/node.ts";
import { createError } from "../../reason/error.ts";

/** The parts of a graph that some tensors depend on. */
export interface Needs {
  readonly nodes: ReadonlySet<Node>;
  readonly tensors: ReadonlySet<string>;
}

/** Finds what tapped tensors depend on. */
export function findNeeds(model: Model, taps: readonly Tap[]): Needs {
  const { producers, inputs, initializers } = model.graph;
  const wanted = taps.flatMap(listTensors);
  const missing = wanted.find((name) =>
    !producers.has(name) && !inputs.has(name) && !initializers.has(name)
  );
  if (missing !== undefined) {
    throw createError(RangeError, { code: "unwritten-tensor", tensor: missing });
  }
  const nodes = new Set<Node>();
  const tensors = new Set<string>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (tensors.has(name)) continue;
    tensors.add(name);
    const node = producers.get(name);
    if (node === undefined || nodes.has(node)) continue;
    nodes.add(node);
    for (const read of listRead(model, node)) open.push(read);
  }
  return { nodes, tensors };
}

/** Finds what a part of a cut depends on, of which the nodes are known. */
export function findPartNeeds(model: Model, { nodes, taps }: CutPart): Needs {
  const read = [...nodes].flatMap((node) => listRead(model, node));
  return { nodes, tensors: new Set([...read, ...[...taps].flatMap(listTensors)]) };
}

function listTensors({ tensor, quantization }: Tap): readonly string[] {
  const { scale = null, zeroPoint = null } = quantization ?? {};
  return [tensor, scale, zeroPoint].filter((name) => name !== null);
}

/**
 * Lists the names of what a node reads, also in its bodies. A body reads tensors of the graph around
 * it by them; its own are among them.
 */
export function listRead(model: Model, node: Node): string[] {
  return [...node.inputs, ...[...walkBodies(model.source, node)].flatMap((inner) => inner.inputs)];
}
