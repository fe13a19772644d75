import type { Node } from "../wire/node.ts";

const FLATTENING = new Set(["Flatten", "Reshape", "Squeeze"]);

/** Tells whether a node may lay maps out as a row of numbers. */
export function isFlattening({ op }: Node): boolean {
  return FLATTENING.has(op);
}
