/** Formats a number for reading: three significant digits, a real minus sign, commas by thousands. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size !== 0 && (size < 0.001 || size >= 1e9)) return sign + formatPower(size);
  if (size >= 999.5) return sign + formatCount(Math.round(size));
  return sign + String(Number(size.toPrecision(3)));
}

/** Formats a whole number with commas by thousands. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Formats the sides of something, such as `11 × 11 × 3`. */
export function formatSize(...sides: readonly number[]): string {
  return sides.map(formatCount).join(" × ");
}

/** Formats a count with its noun, such as `1 photo` or `5,096 kernels`. */
export function formatQuantity(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

// m × 10ⁿ, 1 <= m < 10
function formatPower(size: number): string {
  const [mantissa = "", exponent = ""] = size.toExponential(2).split("e");
  const power = exponent.replace("+", "").replace("-", "⁻")
    .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
  return `${Number(mantissa)} × 10${power}`;
}
