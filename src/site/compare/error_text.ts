import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { openColumnFormat } from "../column_format.ts";
import { formatNumber } from "../format.ts";
import { formatWithin } from "../format_within.ts";

/** Measures a relative error, ‖A − B‖ ÷ ‖A‖, as the signal-to-noise ratio that it leaves, in decibels. */
export function measureDecibels(error: number): number {
  return -20 * Math.log10(error);
}

/** Formats a relative error in percent, such as `17.4 %`, and how far it may be off. */
export function formatError(error: number, off = 0): string {
  const percent = off === 0 ? formatNumber(100 * error) : formatWithin(100 * error, 100 * off);
  return `${percent}\u202f%`;
}

/** Opens the format of relative errors that stand under one another: in percent, with as many decimals. */
export function openErrorFormat(errors: Values): (error: number) => string {
  const format = openColumnFormat(errors.map((error) => error === null ? null : 100 * error));
  return (error) => `${format(100 * error)}\u202f%`;
}

const TENTH = 0.05; // no more is told of decibels

/** Formats a relative error as a signal-to-noise ratio, such as `15.2 dB`; where it may be 0, from where on. */
export function formatDecibels(error: number, off = 0): string {
  if (off >= error && off > 0) return `> ${formatTenths(measureDecibels(error + off))}`;
  const ratio = measureDecibels(error);
  if (off === 0 || ratio === Infinity) return formatTenths(ratio);
  const least = Math.max(TENTH, measureDecibels(error - off) - ratio);
  return `${formatWithin(ratio, least)}\u202fdB`;
}

function formatTenths(decibels: number): string {
  if (!Number.isFinite(decibels)) return `${formatNumber(decibels)}\u202fdB`;
  return `${decibels.toFixed(1).replace("-", "−")}\u202fdB`;
}
