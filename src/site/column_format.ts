import type { Values } from "../analysis/kernel/kernel_measures.ts";
import { quantileSorted } from "../tensor/d3_array.ts";
import { formatFixed, formatNumber } from "./format.ts";

/** How many decimals the numbers of a column may have, and how many digits most of them have. */
export interface ColumnFormatOptions {
  readonly digits?: number;
  readonly least?: number;
  readonly most?: number;
}

// Of the smallest quarter fewer digits are seen: outliers next to zero would lengthen all others.
const FULL = 0.25;
const LONGEST = 6; // digits
const LARGE = 1e9;
const SMALL = 1e-3;

/**
 * Opens the format of numbers that are read beside one another: all have as many decimals, as many
 * as give three of four their digits. Where powers of ten are shorter, each is formatted on its own.
 */
export function openColumnFormat(
  values: Values,
  { digits = 3, least = 0, most = 6 }: ColumnFormatOptions = {},
): (value: number) => string {
  const sizes = sortSizes(values);
  const [usual, largest] = [quantileSorted(sizes, FULL) ?? 0, sizes.at(-1) ?? 0];
  if (largest < SMALL || largest >= LARGE) return formatNumber;
  const room = LONGEST - countWhole(largest);
  const wanted = sizes.every(Number.isInteger) ? 0 : digits - countWhole(usual);
  const decimals = Math.max(least, Math.min(most, room, wanted));
  return (value) => Number.isFinite(value) ? formatFixed(value, decimals) : formatNumber(value);
}

// Those of finite numbers other than 0.
function sortSizes(values: Values): number[] {
  const sizes = new Float64Array(values.length);
  let count = 0;
  for (const value of values) {
    if (value && Number.isFinite(value)) sizes[count++] = Math.abs(value);
  }
  return Array.from(sizes.subarray(0, count).sort());
}

// How many digits stand before the point; below 0 those behind it that are zeros.
function countWhole(size: number): number {
  return 1 + Math.floor(Math.log10(size));
}
