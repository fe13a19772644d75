import { describeFound, type FoundValue } from "../../reason/found_value.ts";
import { visible } from "./visible.ts";

const LONGEST_EXCERPT = 40; // characters; longer values would drown the sentence they stand in

/** Names a value of any type in at most 40 characters or so, as a message can say it. */
export function excerpt(value: unknown): string {
  return describeFound(excerptValue(value));
}

/** Takes of a value what a message can say of it: at most 40 characters or so. */
export function excerptValue(value: unknown): FoundValue {
  if (Array.isArray(value)) return { kind: "list", length: value.length };
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value);
    const text = keys.length === 0 ? null : visible(shorten(keys.join(", ")));
    return { kind: "object", keys: text };
  }
  return { kind: "value", text: excerptScalar(value) };
}

function excerptScalar(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return shorten(String(value));
}

function quote(text: string): string {
  return `"${visible(shorten(text)).replaceAll('"', '\\"')}"`;
}

/** Shortens a text to 40 characters. */
export function shorten(text: string): string {
  // A character is one or two code units.
  const characters = [...text.slice(0, 2 * LONGEST_EXCERPT + 2)];
  if (characters.length <= LONGEST_EXCERPT) return text;
  return `${characters.slice(0, LONGEST_EXCERPT - 1).join("")}…`;
}
