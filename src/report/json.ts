// Within a millionth of every float32.
const DIGITS = 7;

/**
 * Writes a report's value as JSON: numbers with at most seven significant
 * digits, non-finite ones as null, and texts as `show` gives them.
 */
export function writeJson(value: unknown, show: (text: string) => string = keep): string {
  const write = (_: string, part: unknown): unknown => {
    if (typeof part === "number") return shorten(part);
    return typeof part === "string" ? show(part) : part;
  };
  return `${JSON.stringify(value, write)}\n`;
}

function keep(text: string): string {
  return text;
}

function shorten(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}

/** Writes characters of a JSON text as escapes; the value stays the same where they stand in strings. */
export function escapeJson(json: string, characters: RegExp): string {
  return json.replace(
    characters,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
