// As many digits as a float32 has.
const DIGITS = 7;

/** Formats a value with all the digits that a float32 has. */
export function formatExact(value: number): string {
  return String(Number(value.toPrecision(DIGITS))).replaceAll("-", "−");
}
