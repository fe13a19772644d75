import type { Graph } from "./graph.ts";

/** Finds a name that no tensor of a graph has. */
export function findFreeName(graph: Graph, base: string): string {
  let name = base;
  while (graph.producers.has(name) || graph.inputs.has(name) || graph.initializers.has(name)) {
    name += "_";
  }
  return name;
}
