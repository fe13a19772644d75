import type { AnyReason, Tell } from "./tell.ts";

/** A field of a `preprocessor_config.json`, and its value as JSON. */
interface Field {
  readonly field: string;
  readonly value: string;
}

const ADVICE = "write the preprocessing as an object in the config";

/** What may be expected in JSON. */
const EXPECTED = {
  value: "keys and text in double quotes, a number, true, false or null",
  number: "a number",
  key: "a key in double quotes",
  "any-value": "a value",
  colon: 'a ":" after the key',
  comma: 'a ","',
  brace: 'a "}"',
  bracket: 'a "]"',
  end: "the end of the config",
  "no-comment": "no comment",
  "comment-end": 'a "*/" that ends the comment',
  quote: "a double quote that ends the text",
  digit: "a digit",
  unicode: "four hexadecimal digits after \\u",
  escape: 'one of " \\ / b f n r t u after the backslash',
  control: "an escape such as \\n or \\t in place of a control character",
  json: "JSON",
};

/** What is expected at a place of a text in JSON. */
export type Expected = keyof typeof EXPECTED;

/** A place of a text. */
interface TextPlace {
  /** What messages call the text; null for one that has no name. */
  readonly source: string | null;
  readonly line: number;
  readonly column: number;
}

function tellPlace({ source, line, column }: TextPlace): string {
  const subject = source === null ? "config" : `config "${source}"`;
  return `Cannot parse ${subject}: ${line}:${column}`;
}

/** Why a file of preprocessing is not taken. */
export const RECIPE_REASONS = {
  "json-mistake": (
    { found, expected, ...place }: TextPlace & {
      /** An excerpt; null for the end of the text. */
      readonly found: string | null;
      readonly expected: Expected;
    },
  ): string =>
    `${tellPlace(place)} found ${found ?? "the end of the text"}, expected ${EXPECTED[expected]}`,
  "json-repetition": ({ key, ...place }: TextPlace & { readonly key: string }): string =>
    `${tellPlace(place)} found the key ${key} a second time, expected each key once`,
  "recipe-unread": (
    { file, reason }: { readonly file: string; readonly reason: AnyReason },
    tell: Tell,
  ): string => `Cannot read preprocessor config "${file}": ${tell(reason)}`,
  "recipe-no-object": (): string => "it is no object",
  "recipe-kind": ({ kind }: { readonly kind: string }): string =>
    `the kind ${kind} cannot be honoured; ${ADVICE}`,
  "recipe-field-missing": ({ field }: { readonly field: string }): string =>
    `the field "${field}" is missing, and the kind has no default; ${ADVICE}`,
  "recipe-field": ({ field, value }: Field): string =>
    `the field "${field}" (${value}) cannot be honoured; ${ADVICE}`,
  "recipe-number": ({ field, value }: Field): string =>
    `the field "${field}" (${value}) is no number above 0`,
  "recipe-triple": ({ field, value }: Field): string =>
    `the field "${field}" (${value}) is no list of 3 numbers`,
  "recipe-size": ({ size }: { readonly size: number }): string =>
    `the field "size" (${size}) may be a square or a shortest edge; write ` +
    '{"shortest_edge": …} or {"height": …, "width": …}',
};
