import { configJsonSchema } from "./json_schema.ts";

/** A field of the config's JSON Schema, as far as it is looked at. */
interface Field {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Fields;
  readonly items?: Field;
}

type Fields = Readonly<Record<string, Field>>;

/** The values of fields, by their names. */
type Values = Readonly<Record<string, unknown>>;

const HEAD = "// What convatlas draws. Paths are relative to this file.";

// The last that stands has no comma behind it, whatever of the others is taken into use.
const FIRST = ["$schema", "path", "title"];
const LAST = ["layers", "preprocess", "models", "images"];

const WIDTH = 96; // characters of a line

/** A field or an item as it is written. */
interface Entry {
  readonly comment: readonly string[];
  readonly lines: readonly string[];
  /** Whether it stands there, or in a comment. */
  readonly isUsed: boolean;
}

/**
 * Writes a config with what each field means beside it: those that have a value, and those that have
 * not in comments, as they are by default.
 */
export function writeConfigText(values: Values): string {
  const { properties = {} } = configJsonSchema() as Field;
  return `${HEAD}\n${writeFields(properties, values).join("\n")}\n`;
}

// What is said once of the fields of a list's first object holds for the others.
function writeFields(fields: Fields, values: Values, isFirst: boolean = true): string[] {
  const keys = Object.keys(fields).sort((a, b) => placeOf(a) - placeOf(b));
  const entries = keys.map((key) => writeField(key, fields[key]!, values[key]));
  return isFirst
    ? enclose("{}", entries)
    : enclose("{}", entries.filter(({ isUsed }) => isUsed).map(leaveComment));
}

function placeOf(key: string): number {
  if (FIRST.includes(key)) return FIRST.indexOf(key) - FIRST.length;
  return 1 + LAST.indexOf(key);
}

function writeField(key: string, field: Field, value: unknown): Entry {
  const [first = "", ...others] = writeValue(field, value ?? findDefault(field));
  return {
    comment: wrap(field.description ?? ""),
    lines: [`${JSON.stringify(key)}: ${first}`, ...others],
    isUsed: value !== undefined || LAST.includes(key),
  };
}

function findDefault({ type, default: own, examples, properties }: Field): unknown {
  if (properties === undefined) return own ?? examples?.[0] ?? (type === "object" ? {} : "…");
  const fields = Object.entries(properties);
  return Object.fromEntries(fields.map(([key, field]) => [key, findDefault(field)]));
}

// A list of objects is written out, and one that is too long for a line; all else stands on one.
function writeValue({ items }: Field, value: unknown): string[] {
  const line = writeInline(value);
  const fields = items?.properties;
  if (!Array.isArray(value) || (fields === undefined && line.length < WIDTH)) return [line];
  const entries = value.map((item, i) => ({
    comment: [],
    lines: fields === undefined ? [writeInline(item)] : writeFields(fields, item, i === 0),
    isUsed: true,
  }));
  return enclose("[]", entries);
}

function writeInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value);
  const written = fields.map(([key, each]) => `${JSON.stringify(key)}: ${writeInline(each)}`);
  return written.length === 0 ? "{}" : `{ ${written.join(", ")} }`;
}

function leaveComment(entry: Entry): Entry {
  return { ...entry, comment: [] };
}

function enclose(brackets: "{}" | "[]", entries: readonly Entry[]): string[] {
  const inner = entries.flatMap(({ comment, lines, isUsed }, i) => {
    const ended = i === entries.length - 1 ? lines : lines.with(-1, `${lines.at(-1)},`);
    return [...comment.map(markComment), ...isUsed ? ended : ended.map(markComment)];
  });
  return [brackets[0]!, ...inner.map((line) => `  ${line}`), brackets[1]!];
}

function markComment(line: string): string {
  return `// ${line}`;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= WIDTH) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
