import { visible } from "./visible.ts";

/** The keys that lead to a value. */
export type Path = readonly PropertyKey[];

/** Writes a path as code: `reviews[0].verdict`. */
export function writePath(path: Path): string {
  return path.map(writeStep).join("").replace(/^\./, "");
}

function writeStep(step: PropertyKey): string {
  if (typeof step === "number") return `[${step}]`;
  const name = String(step);
  return /^[\w$]+$/.test(name) ? `.${name}` : `["${visible(name)}"]`;
}
