import { writeJson } from "../../report/json.ts";

/** The numbers of a model's layers, by the ids of their nodes, as Model Explorer shows them. */
export interface NodeData {
  /** The id of the graph that the nodes stand in. */
  readonly graph: string;
  /** What the numbers are. */
  readonly name: string;
  readonly numbers: ReadonlyMap<string, number>;
}

// Who wrote it, so that the next report knows its own.
const MARK = " (convatlas)";

// From the smallest number to the largest.
const GRADIENT = [{ stop: 0, bgColor: "#f7fbff" }, { stop: 1, bgColor: "#08519c" }];

/**
 * Writes numbers as custom node data, by which Model Explorer colours a graph.
 *
 * Source: NodeDataProviderData, src/ui/src/components/visualizer/common/types.ts of
 * google-ai-edge/model-explorer.
 */
export function writeNodeData({ graph, name, numbers }: NodeData): string {
  const results = Object.fromEntries([...numbers].map(([node, value]) => [node, { value }]));
  return writeJson({ [graph]: { name: `${name}${MARK}`, results, gradient: GRADIENT } });
}

/** Tells by the first bytes of a file whether it is such node data. */
export function isNodeData(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return text.startsWith("{") && text.includes(MARK);
}
