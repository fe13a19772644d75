import { countElements } from "../../tensor/tensor.ts";
import type { Constant } from "./constant.ts";
import { findConstant } from "./find_constant.ts";
import type { Model } from "../graph/model.ts";
import { findTraits } from "../graph/operator.ts";
import type { Node } from "../wire/node.ts";

/** What is known of a constant that the runtime computes. */
export type Roots = Pick<Constant, "stored" | "quantized" | "origin" | "storage">;

/** Finds what the constant of a name is made from: the largest tensor of the file in it. */
export function findRoots(model: Model, name: string): Roots {
  const nodes = new Set<Node>();
  const leaves = new Map<string, Constant>();
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === "" || seen.has(next)) continue;
    seen.add(next);
    const node = model.graph.producers.get(next);
    const stored = node === undefined || node.op === "Constant" ? findConstant(model, next) : null;
    if (stored !== null) leaves.set(next, stored);
    if (stored !== null || node === undefined) continue;
    nodes.add(node);
    for (const input of node.inputs) open.push(input);
  }
  return describeRoots(name, [...nodes], [...leaves.values()]);
}

function describeRoots(
  name: string,
  nodes: readonly Node[],
  leaves: readonly Constant[],
): Roots {
  const sizes = leaves.map(({ dims }) => countElements(dims));
  const size = sizes.reduce((most, each) => Math.max(most, each), 0);
  const largest = leaves.filter((_, i) => sizes[i] === size);
  const [first] = largest;
  const whole = largest.length === 1 && nodes.every((node) => findTraits(node).whole);
  return {
    stored: first?.stored ?? "float32",
    quantized: nodes.some(({ op }) => op === "DequantizeLinear"),
    origin: first?.origin ?? name,
    storage: whole ? first!.storage : `computed ${name}`,
  };
}
