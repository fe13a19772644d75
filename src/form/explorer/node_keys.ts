import type { FileGraph } from "../../onnx/graph/file_graph.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";

/** Finds the id that Model Explorer has for the node of a layer; null where its graph has none. */
export type FindKey = (conv: Pick<ConvLayer, "node" | "output">) => string | null;

/**
 * Names the nodes of a graph as Model Explorer's ONNX adapter does: by their names, by `node` where
 * they have none, with a number where another is called so already.
 *
 * Source: NameFixPass of onnx_ir, and create_graph() of justinchuby/model-explorer-onnx.
 */
export function nameKeys({ nodes }: Pick<FileGraph, "nodes">): FindKey {
  const counts = new Map<string, number>();
  const keys = new Set<string>();
  const byOutput = new Map<string, string>();
  for (const { name, outputs } of nodes) {
    const wanted = name || "node";
    let key = wanted;
    while (keys.has(key)) {
      const count = (counts.get(wanted) ?? 0) + 1;
      counts.set(wanted, count);
      key = `${wanted}_${count}`;
    }
    keys.add(key);
    for (const output of outputs) byOutput.set(output, key);
  }
  return ({ node, output }) => byOutput.get(output) ?? (keys.has(node.name) ? node.name : null);
}
