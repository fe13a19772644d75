import { isConv } from "../graph/conv_operator.ts";
import { expandFused, isFused } from "./fused_node.ts";
import { indexGraph } from "../graph/graph.ts";
import { findFunction, holdsNode } from "../graph/hidden_node.ts";
import { inlineCall } from "./inlined_call.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { type Rewriting, startRewriting } from "./rewriting.ts";
import type { Field } from "../wire/wire.ts";
import { createError } from "../../reason/error.ts";

// Functions call functions a few levels deep at most.
const MAX_CALLS = 8;
// Calls of calls multiply. The largest models seen have some ten thousand nodes.
const MAX_NODES = 1 << 14;

/**
 * Writes a graph in plainer words where its convolutions are hidden: the nodes
 * of a function that holds one stand in the place of its calls, and an operator
 * of an optimised graph becomes the standard ones that it was fused from.
 *
 * @param nodes Those to look at, of the model's graph.
 * @throws {SyntaxError} If functions call each other without end.
 */
export function lowerModel(model: Model, nodes: readonly Node[] = model.graph.nodes): Model {
  const rewriting = startRewriting(model);
  const hidden = nodes.filter((node) => isFused(node) || findFunction(model, node) !== undefined);
  const replaced = new Map(hidden.map((node) => [node, replaceNode(rewriting, node, 0)]));
  if ([...replaced].every(([node, [only, ...more]]) => node === only && more.length === 0)) {
    return model;
  }
  const { source, initializers, opsets } = rewriting;
  return {
    ...model,
    source,
    opsets: new Map([...model.opsets, ...opsets]),
    graph: indexGraph({
      ...model.graph,
      nodes: model.graph.nodes.flatMap((node) => replaced.get(node) ?? [node]),
      initializers: new Map([...model.graph.initializers, ...initializers]),
    }),
  };
}

function replaceNode(rewriting: Rewriting, node: Node, depth: number): readonly Node[] {
  if (depth > 0 && ++rewriting.count > MAX_NODES) {
    throw createError(SyntaxError, { code: "large-functions", most: MAX_NODES });
  }
  const body = depth < MAX_CALLS ? findFunction(rewriting.model, node) : undefined;
  if (body !== undefined && convolves(rewriting, node, body)) {
    const inner = inlineCall(rewriting, node, body);
    return inner.flatMap((each) => replaceNode(rewriting, each, depth + 1));
  }
  return expandFused(rewriting, node) ?? [node];
}

function convolves({ model, convolving }: Rewriting, node: Node, body: Field): boolean {
  const known = convolving.get(body) ?? holdsNode(model, node, isConv);
  convolving.set(body, known);
  return known;
}
