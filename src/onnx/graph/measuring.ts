import type { Node } from "../wire/node.ts";

const MEASURING: ReadonlySet<string> = new Set(["Shape", "Size"]);

/** Tells whether a node gives the sizes of a tensor alone, so that it reads no values. */
export function isMeasuring({ op }: Node): boolean {
  return MEASURING.has(op);
}
