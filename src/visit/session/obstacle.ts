import type { Model } from "../../onnx/graph/model.ts";
import { listRead } from "../../onnx/graph/needs.ts";
import type { Node } from "../../onnx/wire/node.ts";
import { createError } from "../../reason/error.ts";

/** A node that the runtime does not run, and its words. */
export interface Obstacle {
  readonly node: Node;
  readonly error: unknown;
}

/** Runs a part of the nodes, or loads it, and gives the error; null where it is well. */
export type Trial = (nodes: readonly Node[]) => Promise<unknown>;

// Each costs a trial for every doubling of the nodes.
const MOST_OBSTACLES = 32;

/**
 * Finds the nodes that the runtime does not run, where it does not run all of them: those whose
 * own inputs can be had. What depends on one is left out of the search for the next.
 *
 * @param nodes Nodes with all that they depend on, in an order in which they can run.
 * @returns None where it is not the fault of any node.
 */
export async function findObstacles(
  model: Model,
  nodes: readonly Node[],
  trial: Trial,
): Promise<Obstacle[]> {
  if (await trial([]) !== null) return [];
  const found: Obstacle[] = [];
  let left = nodes;
  let good = 0; // so many of them pass
  let error = await trial(left);
  while (error !== null && found.length < MOST_OBSTACLES) {
    let bad = left.length; // so many do not, with this error
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      const refusal = await trial(left.slice(0, middle));
      if (refusal === null) good = middle;
      else [bad, error] = [middle, refusal];
    }
    found.push({ node: left[good]!, error });
    left = dropDependents(model, left, [left[good]!]);
    error = await trial(left);
  }
  if (error === null) return found;
  const untried = createError(Error, { code: "too-many-refused", most: MOST_OBSTACLES });
  return [...found, ...left.slice(good).map((node) => ({ node, error: untried }))];
}

/** Leaves out nodes, and with them all that depend on them. */
export function dropDependents(
  model: Model,
  nodes: readonly Node[],
  dropped: readonly Node[],
): readonly Node[] {
  const lost = new Set<string>();
  return nodes.filter((node) => {
    const reads = listRead(model, node);
    if (!dropped.includes(node) && !reads.some((name) => lost.has(name))) return true;
    for (const output of node.outputs) if (output !== "") lost.add(output);
    return false;
  });
}
