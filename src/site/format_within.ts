// As many digits as a float32 has.
const DIGITS = 7;

/** Formats a value with all the digits that a float32 has. */
export function formatExact(value: number): string {
  return String(Number(value.toPrecision(DIGITS))).replaceAll("-", "−");
}

/**
 * Formats values that may be off by an error with the digits that it leaves them, and how far these
 * may be off: by one of the last digit, such as `1.23, −0.5 ± 0.01`. Without an error, exactly. The
 * k-th name, where there is one, stands before the k-th value: `R 1.23, G −0.5 ± 0.01`.
 */
export function formatWithin(
  values: number | readonly number[],
  error: number,
  names: readonly string[] = [],
): string {
  const all = typeof values === "number" ? [values] : values;
  const isExact = error === 0 || !all.some(Number.isFinite);
  const unit = isExact ? 0 : Number(`1e${-countDecimals(error)}`);
  const texts = all.map((value, k) => {
    const text = formatExact(isExact ? value : Math.round(value / unit) * unit);
    return k < names.length ? `${names[k]} ${text}` : text;
  });
  return isExact ? texts.join(", ") : `${texts.join(", ")} ± ${unit}`;
}

/**
 * Counts the decimals of a number that an error leaves: one of the last is at least twice the error,
 * so that what is rounded to them is off by less than one. Below 0 where tens and more are lost.
 */
export function countDecimals(error: number): number {
  return Math.floor(-Math.log10(2 * error));
}
