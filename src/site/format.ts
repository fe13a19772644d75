import { formatCount } from "../words/quantity.ts";

export { formatCount };

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

/** Formats a number with so many decimals, commas by thousands, and no negative zero. */
export function formatFixed(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const text = Math.abs(value) < LEAST_GROUPED ? fixed : groupThousands(fixed);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

// What is less has no comma, however it is rounded.
const LEAST_GROUPED = 999;

function groupThousands(fixed: string): string {
  const [whole = "", rest] = fixed.split(".");
  return [formatCount(Number(whole)), ...rest === undefined ? [] : [rest]].join(".");
}

/** Formats the sides of something, such as `11 × 11 × 3`. */
export function formatSize(...sides: readonly number[]): string {
  return sides.map(formatCount).join(" × ");
}

/** Formats a share or a correlation with two decimals, such as `0.74` or `−0.05`. */
export function formatShare(value: number): string {
  return formatFixed(value, 2);
}

/** Formats a gain, which may be far below 1, such as `0.27`, `0.0042` or `< 0.0001`. */
export function formatGain(gain: number): string {
  if (gain === 0 || gain >= 0.1) return formatShare(gain);
  return gain < 0.00005 ? "< 0.0001" : String(Number(gain.toFixed(4)));
}

/** Formats a share in whole percent. */
export function formatPercent(share: number): string {
  return `${formatNumber(Math.round(share * 100))}\u202f%`;
}

/**
 * Formats a share of very many things in percent, such as `0.02 %`, `42 %` or `99.98 %`: with as many
 * decimals as tell it from none and from all.
 */
export function formatRate(share: number): string {
  const apart = 100 * Math.min(share, 1 - share);
  const decimals = apart > 0 && apart < 1 ? Math.ceil(-Math.log10(apart)) : 0;
  return `${formatFixed(100 * share, decimals)}\u202f%`;
}

/** Formats a share, held between 0 and 1, as a percentage of CSS and SVG, such as `12.5%`. */
export function formatBarLength(share: number): string {
  return `${Number((100 * Math.min(1, Math.max(0, share))).toFixed(2))}%`;
}

/** Formats an angle in whole degrees. */
export function formatAngle(degrees: number): string {
  return `${Math.round(degrees)}°`;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

// m × 10ⁿ, 1 <= m < 10
function formatPower(size: number): string {
  const [mantissa = "", exponent = ""] = size.toExponential(2).split("e");
  return `${Number(mantissa)}\u00a0×\u00a0${formatTens(Number(exponent))}`;
}

/** Formats a power of ten, such as `10⁻⁵`. */
export function formatTens(exponent: number): string {
  const power = String(exponent).replace("-", "⁻")
    .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
  return `10${power}`;
}
