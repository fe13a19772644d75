import { visible } from "./visible.ts";

const LONGEST_EXCERPT = 40; // characters; longer values would drown the sentence they stand in

/** Names a value of any type in at most 40 characters or so, as a message can say it. */
export function excerpt(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  }
  if (typeof value === "object" && value !== null) return nameObject(value);
  return shorten(String(value));
}

function quote(text: string): string {
  return `"${visible(shorten(text)).replaceAll('"', '\\"')}"`;
}

function nameObject(value: object): string {
  const keys = Object.keys(value);
  return keys.length === 0 ? "an empty object" : `an object {${visible(shorten(keys.join(", ")))}}`;
}

function shorten(text: string): string {
  // A character is one or two code units.
  const characters = [...text.slice(0, 2 * LONGEST_EXCERPT + 2)];
  if (characters.length <= LONGEST_EXCERPT) return text;
  return `${characters.slice(0, LONGEST_EXCERPT - 1).join("")}…`;
}
