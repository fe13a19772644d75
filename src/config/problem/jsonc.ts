import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { excerpt } from "./excerpt.ts";
import { visible } from "./visible.ts";
import { createError } from "../../reason/error.ts";
import type { Expected } from "../../reason/recipe_reasons.ts";

// By the names of jsonc-parser's ParseErrorCode.
const EXPECTATIONS: Readonly<Record<string, Expected>> = {
  InvalidSymbol: "value",
  InvalidNumberFormat: "number",
  PropertyNameExpected: "key",
  ValueExpected: "any-value",
  ColonExpected: "colon",
  CommaExpected: "comma",
  CloseBraceExpected: "brace",
  CloseBracketExpected: "bracket",
  EndOfFileExpected: "end",
  InvalidCommentToken: "no-comment",
  UnexpectedEndOfComment: "comment-end",
  UnexpectedEndOfString: "quote",
  UnexpectedEndOfNumber: "digit",
  InvalidUnicode: "unicode",
  InvalidEscapeCharacter: "escape",
  InvalidCharacter: "control",
};

/** What is wrong with a text, but for its place. */
type State =
  | { readonly found: string | null; readonly expected: Expected }
  | { readonly key: string };

interface Mistake {
  readonly offset: number; // in UTF-16 code units, as editors count columns
  readonly state: State;
}

/** Decodes JSON with comments and trailing commas; refuses other text with its line and column. */
export function decodeJsonc(content: string, source?: string): unknown {
  const text = content.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors; // the others mostly follow from the first
  const mistake = error === undefined ? findRepetition(tree) : findMistake(error, text);
  if (mistake === null) return tree && getNodeValue(tree);
  const { offset, state } = mistake;
  const place = {
    source: source === undefined ? null : visible(source),
    ...findPlace(text.slice(0, offset)),
  };
  throw createError(
    SyntaxError,
    "key" in state
      ? { code: "json-repetition", ...place, ...state }
      : { code: "json-mistake", ...place, ...state },
  );
}

function findMistake({ error, offset, length }: ParseError, text: string): Mistake {
  const found = offset >= text.length ? null : excerpt(text.slice(offset, offset + length));
  const expected = EXPECTATIONS[printParseErrorCode(error)] ?? "json";
  return { offset, state: { found, expected } };
}

// JSON keeps the last of two equal keys, and so drops what was written first without a word.
function findRepetition(node: Node | undefined): Mistake | null {
  const seen = new Set<unknown>();
  for (const child of node?.children ?? []) {
    const key = child.type === "property" ? child.children?.[0] : undefined;
    if (key !== undefined && seen.has(key.value)) {
      return { offset: key.offset, state: { key: excerpt(key.value) } };
    }
    if (key !== undefined) seen.add(key.value);
    const inner = findRepetition(child);
    if (inner !== null) return inner;
  }
  return null;
}

function findPlace(before: string): { readonly line: number; readonly column: number } {
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
