import type { Model } from "./model.ts";

/** Finds which of some tensors is made last, in the order of the graph; null where none is made. */
export function findLastOutput({ graph }: Model, tensors: Iterable<string>): string | null {
  const wanted = new Set(tensors);
  const last = graph.nodes.findLast(({ outputs: [output = ""] }) => wanted.has(output));
  return last?.outputs[0] ?? null;
}
