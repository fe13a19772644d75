/** How many significant digits numbers have where nothing else is said, as a float32: within a millionth. */
export const DIGITS = 7;

/** How many significant digits numbers have at most, by the names of their fields or of what holds these. */
export type Digits = Readonly<Record<string, number>>;

/**
 * Writes a report's value as JSON: numbers with at most seven significant digits, or as many as are
 * given for their field, and non-finite ones as null.
 */
export function writeJson(value: unknown, digits: Digits = {}): string {
  return writeShort(shortenNumbers(value, digits));
}

/** Gives a copy of a value as {@linkcode writeJson} writes it, for what is written in parts too. */
export function shortenNumbers<T>(value: T, digits: Digits = {}): T {
  return shorten(value, DIGITS, digits) as T;
}

/** Writes a value whose numbers are short as JSON. */
export function writeShort(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

// A copy: where JSON.stringify asks back for every value, it takes thrice as long.
function shorten(value: unknown, own: number, digits: Digits): unknown {
  if (typeof value === "number") return shortenNumber(value, own);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((each) => shorten(each, own, digits));
  const entries = Object.entries(value)
    .map(([key, each]) =>
      [key, shorten(each, Math.min(own, digits[key] ?? DIGITS), digits)] as const
    );
  return Object.fromEntries(entries);
}

// Beyond it powers of ten are not exact.
const MOST_PLACES = 22;
const POWERS = Array.from({ length: MOST_PLACES + 1 }, (_, places) => 10 ** places);

/**
 * Shortens a number to at most so many significant digits, by default seven; null where it is not
 * finite. As toPrecision() has it, in a quarter of its time.
 */
export function shortenNumber(value: number, digits: number = DIGITS): number | null {
  if (Number.isInteger(value)) return value;
  if (!Number.isFinite(value)) return null;
  const size = Math.abs(value);
  const power = POWERS[digits - 1 - Math.floor(Math.log10(size))];
  if (power === undefined) return Number(value.toPrecision(digits));
  return Math.sign(value) * Math.round(size * power) / power;
}

/** Writes characters of a JSON text as escapes; the value stays the same where they stand in strings. */
export function escapeJson(json: string, characters: RegExp): string {
  return json.replace(
    characters,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
