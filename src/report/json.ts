// Within a millionth of every float32.
const DIGITS = 7;

/**
 * Writes a report's value as JSON: numbers with at most seven significant
 * digits, non-finite ones as null.
 */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, (_, part) => typeof part === "number" ? shorten(part) : part)}\n`;
}

function shorten(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}
