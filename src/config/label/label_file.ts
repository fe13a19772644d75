import { excerpt } from "../problem/excerpt.ts";
import { visible } from "../problem/visible.ts";
import { createError } from "../../reason/error.ts";

/** The words of classes by their index; null where a class has none. */
export type Labels = readonly (string | null)[];

/** What a file of labels may have: words of 21,841 classes and more. */
export const MOST_LABEL_BYTES = 1 << 22;

// No network tells more classes apart, and no index leads further.
const MOST_LABELS = 1 << 17;

/**
 * Parses the words of classes: a line a class, with or without its index or its number of WordNet in
 * front; a list in JSON; an object in JSON from indices to words, as Keras has it with numbers of
 * WordNet before them, or with such an object in `id2label`, as Hugging Face has it.
 *
 * @throws {SyntaxError} If it is none of these.
 */
export function parseLabels(text: string): Labels {
  const whole = text.replace(/^\uFEFF/, "");
  const labels = /^\s*[[{]/.test(whole) ? parseJson(whole) : parseLines(whole);
  if (labels.every((label) => label === null)) throw createError(SyntaxError, { code: "no-label" });
  return labels;
}

function parseLines(text: string): Labels {
  const lines = text.replace(/\s+$/, "").split(/\r?\n/);
  const counted = lines.every((line, i) => new RegExp(`^\\s*${i}\\s*[:,\\s]\\s*\\S`).test(line));
  const bare = counted ? lines.map((line) => line.replace(/^\s*\d+\s*[:,\s]\s*/, "")) : lines;
  return bare.map(toLabel);
}

function parseJson(text: string): Labels {
  const value = decode(text);
  if (Array.isArray(value)) return value.map(toLabel);
  const { id2label = value } = value as { readonly id2label?: unknown };
  return listEntries(id2label);
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw createError(SyntaxError, { code: "labels-no-json" }, { cause });
  }
}

function listEntries(value: unknown): Labels {
  const entries = Object.entries(value ?? {});
  const stranger = entries.find(([key]) => !(/^\d+$/.test(key) && Number(key) < MOST_LABELS));
  if (stranger !== undefined) {
    throw createError(SyntaxError, { code: "label-no-index", found: excerpt(stranger[0]) });
  }
  const found = new Map(entries.map(([key, label]) => [Number(key), toLabel(label)]));
  const count = Math.max(-1, ...found.keys()) + 1;
  return Array.from({ length: count }, (_, i) => found.get(i) ?? null);
}

// As long as a heading of a page may be.
const LONGEST = 80;

// Of a number of WordNet and words, the words: `n02123045 tabby, tabby cat`, ["n02123045", "tabby"].
// A number alone stays: it is the name under which the class can be looked up.
function toLabel(value: unknown): string | null {
  const told = Array.isArray(value) ? value.at(-1) : value;
  if (typeof told !== "string") return null;
  const words = visible(told.replace(/^n\d{8}\s+(?=\S)/, "").replace(/\s+/g, " ").trim());
  const signs = [...words];
  const short = signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : words;
  return short === "" ? null : short;
}
