import type { Model } from "./model.ts";
import { listRead } from "./needs.ts";
import type { Node } from "../wire/node.ts";

/** Puts nodes into an order in which each stands behind all that it depends on. */
export function orderNodes(model: Model, nodes: ReadonlySet<Node>): readonly Node[] {
  const { producers } = model.graph;
  const ordered = new Set<Node>();
  const begun = new Set<Node>();
  const open = [...nodes].reverse();
  for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
    const reads = begun.has(node) ? [] : listRead(model, node);
    begun.add(node);
    const before = reads.map((name) => producers.get(name))
      .filter((each) => each !== undefined && nodes.has(each) && !begun.has(each)) as Node[];
    for (const each of before) open.push(each);
    if (before.length > 0) continue;
    open.pop();
    ordered.add(node);
  }
  return [...ordered];
}
