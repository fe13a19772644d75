import type { Model } from "./model.ts";
import { type Node, readNode, walkBodies } from "./node.ts";
import { FUNCTION } from "./proto.ts";
import { walkFields } from "./wire.ts";

/** A node that the graph does not show: it stands in a body or in a function. */
export interface HiddenNode {
  readonly node: Node;
  /** Where it stands, in words. */
  readonly place: string;
}

// Functions call functions a few levels deep at most.
const MAX_CALLS = 8;

/** Lists the nodes within a node: those of its bodies, or of the function that it calls. */
export function* walkHidden(model: Model, node: Node, depth = 0): Generator<HiddenNode> {
  for (const inner of walkBodies(model.source, node)) {
    yield { node: inner, place: `the body of ${node.op} "${node.name}"` };
    yield* walkCalled(model, inner, depth);
  }
  yield* walkCalled(model, node, depth);
}

function* walkCalled(model: Model, node: Node, depth: number): Generator<HiddenNode> {
  const body = depth < MAX_CALLS ? model.functions.get(`${node.domain}:${node.op}`) : undefined;
  if (body === undefined) return;
  for (const part of walkFields(model.source, body)) {
    if (part.no !== FUNCTION.node) continue;
    const inner = readNode(model.source, part);
    yield { node: inner, place: `the function ${node.op} of "${node.name}"` };
    yield* walkHidden(model, inner, depth + 1);
  }
}
