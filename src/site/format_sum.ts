import { formatCount, formatTens } from "./format.ts";
import { countDecimals } from "./format_within.ts";

/** Numbers that add up, as a page shows them: to the digits that are shown. */
export interface SumText {
  readonly parts: readonly string[];
  /** Null where there is none. */
  readonly bias: string | null;
  readonly total: string;
  /** The power of ten that all of them are multiplied by, such as `10⁻⁵`; empty for none. */
  readonly power: string;
  /** Formats another number like them. */
  readonly format: (value: number) => string;
}

// A page shows three digits of a number.
const SHOWN = 3;
// A float32 has seven.
const MOST = 7;

/** What else is known of a sum. */
export interface SumOptions {
  /** What is added to the parts; null where nothing is. */
  readonly bias?: number | null;
  /** How far the total may be from what it stands for: digits that it leaves open are not shown. */
  readonly error?: number;
}

/**
 * Formats parts and a bias that add up to a total so that what is shown adds up too: with as few
 * digits as make each number true to its own rounding, from three of the total on. Where none makes
 * them so, the last digit of a float32 takes the difference.
 */
export function formatSum(
  parts: readonly number[],
  total: number,
  { bias = null, error = 0 }: SumOptions = {},
): SumText {
  const largest = Math.max(...[...parts, bias ?? 0, total].map(Math.abs));
  const isPlain = largest >= 1e-3 && largest < 1e9 && countDecimals(error) >= 0;
  const exponent = largest > 0 && !isPlain ? digitsOf(largest) : 0;
  const scale = (value: number): number => value / 10 ** exponent;
  const numbers = { parts: parts.map(scale), bias: scale(bias ?? 0), total: scale(total) };
  const decimals = chooseDecimals(numbers, scale(largest), scale(error));
  const format = (value: number): string => writeUnits(round(scale(value), decimals), decimals);
  return {
    parts: roundParts(numbers, decimals).map((units) => writeUnits(units, decimals)),
    bias: bias === null ? null : format(bias),
    total: format(total),
    power: exponent === 0 ? "" : formatTens(exponent),
    format,
  };
}

interface Numbers {
  readonly parts: readonly number[];
  readonly bias: number;
  readonly total: number;
}

// The exponent of the first digit.
function digitsOf(size: number): number {
  return Math.floor(Math.log10(size));
}

function chooseDecimals(numbers: Numbers, largest: number, error: number): number {
  if (largest === 0) return 0;
  const most = Math.max(0, Math.min(MOST - 1 - digitsOf(largest), countDecimals(error)));
  const { bias, total } = numbers;
  const shown = SHOWN - 1 - digitsOf(Math.abs(total) || largest);
  const first = Math.min(most, Math.max(0, shown));
  const sure = Array.from({ length: most - first + 1 }, (_, i) => first + i)
    .filter((decimals) => [bias, total].every((value) => isRoundingSure(value, decimals)));
  return sure.find((decimals) => findExcess(numbers, decimals) === 0) ?? sure.at(-1) ?? most;
}

// A number whose seven digits end right between two shorter ones may have come from either side.
function isRoundingSure(value: number, decimals: number): boolean {
  const digits = value === 0 ? 0 : MOST - 1 - digitsOf(Math.abs(value));
  if (decimals >= digits) return true;
  const scaled = Math.abs(value) * 10 ** decimals;
  const off = Math.abs(scaled - Math.floor(scaled) - 0.5);
  return off > 0.6 * 10 ** (decimals - digits);
}

function round(value: number, decimals: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals);
}

// How much the rounded parts are more than the rounded total, in units of the last digit.
function findExcess({ parts, bias, total }: Numbers, decimals: number): number {
  const rest = round(bias, decimals) - round(total, decimals);
  return parts.reduce((sum, part) => sum + round(part, decimals), rest);
}

// The parts that are nearest to the other side are the first to be rounded there.
function roundParts(numbers: Numbers, decimals: number): readonly number[] {
  const { parts } = numbers;
  const units = parts.map((part) => round(part, decimals));
  const excess = findExcess(numbers, decimals);
  const step = Math.sign(excess);
  const overs = parts.map((part, i) => step * (units[i]! - part * 10 ** decimals));
  const order = overs.map((_, i) => i).sort((a, b) => overs[b]! - overs[a]!);
  for (let left = Math.abs(excess), i = 0; left > 0; left--, i++) {
    units[order[i % order.length]!]! -= step;
  }
  return units;
}

function writeUnits(units: number, decimals: number): string {
  const sign = units < 0 ? "−" : "";
  const size = Math.abs(units);
  if (decimals === 0) return sign + formatCount(size);
  const whole = formatCount(Math.floor(size / 10 ** decimals));
  return `${sign}${whole}.${String(size % 10 ** decimals).padStart(decimals, "0")}`;
}
