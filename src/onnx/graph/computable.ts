import type { Graph } from "./graph.ts";
import { holdsNode } from "./hidden_node.ts";
import type { Model } from "./model.ts";
import { findTraits } from "./operator.ts";
import { type Node, walkBodies } from "../wire/node.ts";

/**
 * Finds the tensors that nodes compute from initializers and Constant nodes
 * alone, the same in every run.
 */
export function findComputable(model: Model): Set<string> {
  const { graph } = model;
  const computable = new Set<string>();
  const isKnown = (name: string) => name === "" || isConstant({ graph, computable }, name);
  for (const node of graph.nodes) {
    const fed = node.inputs.length > 0 || node.op === "Constant";
    if (!fed || !node.inputs.every(isKnown)) continue;
    if (!namesAround(model, node).every(isKnown)) continue;
    if (holdsNode(model, node, (inner) => findTraits(inner).random)) continue;
    node.outputs.forEach((name) => computable.add(name));
  }
  computable.delete("");
  return computable;
}

// What the bodies of a node read of the graph around it.
function namesAround({ graph, source }: Model, node: Node): string[] {
  const names = [...walkBodies(source, node)].flatMap(({ inputs }) => inputs);
  return names.filter((name) => isWritten(graph, name));
}

function isWritten({ producers, inputs }: Graph, name: string): boolean {
  return producers.has(name) || inputs.has(name);
}

/** Lists what a node reads that is no constant. */
export function listVariable(model: Pick<Model, "graph" | "computable">, node: Node): string[] {
  return node.inputs.filter((input) => input !== "" && !isConstant(model, input));
}

/** Tells whether a tensor is a constant of the file, or computed from constants alone. */
export function isConstant(
  { graph, computable }: Pick<Model, "graph" | "computable">,
  name: string,
): boolean {
  return graph.initializers.has(name) || computable.has(name);
}
