import type { Model } from "./model.ts";
import { type Node, readNode, walkBodies } from "../wire/node.ts";
import { FUNCTION } from "../wire/proto.ts";
import { type Field, walkFields } from "../wire/wire.ts";

/** Finds the function that a node calls; undefined where it calls none. */
export function findFunction(
  { functions }: Pick<Model, "functions">,
  node: Node,
): Field | undefined {
  return functions.get(`${node.domain}:${node.op}${node.overload && `:${node.overload}`}`);
}

/**
 * Tells whether a node, one of its bodies, or a function that is called there
 * holds a node of a kind, however deeply.
 */
export function holdsNode(
  model: Pick<Model, "functions" | "source">,
  node: Node,
  test: (node: Node) => boolean,
  walked: Set<Field> = new Set(),
): boolean {
  if (test(node)) return true;
  for (const inner of [...walkBodies(model.source, node)]) {
    if (test(inner) || callHolds(model, inner, test, walked)) return true;
  }
  return callHolds(model, node, test, walked);
}

// A function is looked through once, however often it is called.
function callHolds(
  model: Pick<Model, "functions" | "source">,
  node: Node,
  test: (node: Node) => boolean,
  walked: Set<Field>,
): boolean {
  const body = findFunction(model, node);
  if (body === undefined || walked.has(body)) return false;
  walked.add(body);
  for (const part of walkFields(model.source, body)) {
    if (part.no !== FUNCTION.node) continue;
    if (holdsNode(model, readNode(model.source, part), test, walked)) return true;
  }
  return false;
}
