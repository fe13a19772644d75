import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { excerpt } from "./excerpt.ts";
import { subjectOf } from "./subject.ts";

// By the names of jsonc-parser's ParseErrorCode.
const expectations: Readonly<Record<string, string>> = {
  InvalidSymbol: "keys and text in double quotes, a number, true, false or null",
  InvalidNumberFormat: "a number",
  PropertyNameExpected: "a key in double quotes",
  ValueExpected: "a value",
  ColonExpected: 'a ":" after the key',
  CommaExpected: 'a ","',
  CloseBraceExpected: 'a "}"',
  CloseBracketExpected: 'a "]"',
  EndOfFileExpected: "the end of the config",
  InvalidCommentToken: "no comment",
  UnexpectedEndOfComment: 'a "*/" that ends the comment',
  UnexpectedEndOfString: "a double quote that ends the text",
  UnexpectedEndOfNumber: "a digit",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after the backslash',
  InvalidCharacter: "an escape such as \\n or \\t in place of a control character",
};

interface Mistake {
  readonly offset: number; // in UTF-16 code units, as editors count columns
  readonly state: string;
}

/** Decodes JSON with comments and trailing commas; refuses other text with its line and column. */
export function decodeJsonc(content: string, source?: string): unknown {
  const text = content.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors; // the others mostly follow from the first
  const mistake = error === undefined ? findRepetition(tree) : explainError(error, text);
  if (mistake === null) return tree && getNodeValue(tree);
  const place = writePlace(text.slice(0, mistake.offset));
  throw new SyntaxError(`Cannot parse ${subjectOf(source)}: ${place} ${mistake.state}`);
}

function explainError({ error, offset, length }: ParseError, text: string): Mistake {
  const atEnd = offset >= text.length;
  const found = atEnd ? "the end of the text" : excerpt(text.slice(offset, offset + length));
  const expected = expectations[printParseErrorCode(error)] ?? "JSON";
  return { offset, state: `found ${found}, expected ${expected}` };
}

// JSON keeps the last of two equal keys, and so drops what was written first without a word.
function findRepetition(node: Node | undefined): Mistake | null {
  const seen = new Set<unknown>();
  for (const child of node?.children ?? []) {
    const key = child.type === "property" ? child.children?.[0] : undefined;
    if (key !== undefined && seen.has(key.value)) {
      const state = `found the key ${excerpt(key.value)} a second time, expected each key once`;
      return { offset: key.offset, state };
    }
    if (key !== undefined) seen.add(key.value);
    const inner = findRepetition(child);
    if (inner !== null) return inner;
  }
  return null;
}

function writePlace(before: string): string {
  const lines = before.split(/\r\n|\r|\n/);
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
