import { listVariable } from "./computable.ts";
import type { Model } from "./model.ts";
import { findTraits } from "./operator.ts";
import type { Node } from "../wire/node.ts";

// What stands between a photo and the first convolution is some operators long.
const MAX_STEPS = 64;

/**
 * Follows a tensor back to the graph's input through operators that keep its
 * channels apart; null where others stand between.
 */
export function traceToInput(model: Model, tensor: string): string | null {
  const { inputs, initializers, producers } = model.graph;
  let name = tensor;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (inputs.has(name) && !initializers.has(name)) return name;
    const node = producers.get(name);
    if (node === undefined || !keepsImage(node)) return null;
    name = listVariable(model, node)[0] ?? "";
  }
  return null;
}

// Each channel of an image stays what it is, up to scale; a Transpose puts it elsewhere.
function keepsImage(node: Node): boolean {
  const { channels, values } = findTraits(node);
  if (values === null || values === "activated" || values === "truth") return false;
  return channels === "kept" || node.op === "Transpose";
}
