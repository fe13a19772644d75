import { nice, ticks } from "../../tensor/d3_array.ts";

/** An axis of a plot. */
export interface Axis {
  readonly scale: "linear" | "log";
  readonly low: number;
  readonly high: number;
  /** Where the ticks stand, ascending. */
  readonly ticks: readonly number[];
  /** Tells how far along a value lies, 0 to 1; what is beyond an end stands on it. */
  readonly place: (value: number) => number;
}

/**
 * What a measure can be: a share is from 0 to 1; a gain too, but may be far below 1; an amount is
 * anything.
 */
export type Spread = "share" | "gain" | "amount";

/** Lays out the axis of a measure: logarithmic where most of its values are far below the others. */
export function layoutAxis(values: readonly number[], spread: Spread): Axis {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const ends = findEnds(sorted, spread);
  return spread !== "share" && isCrowded(sorted, ends[1])
    ? layoutLog(sorted[0]!, ends[1])
    : layoutLinear(ends);
}

// About as many labels as have room.
const TICKS = 5;

function layoutLinear(ends: readonly [low: number, high: number]): Axis {
  const [low, high] = nice(...ends, TICKS);
  const place = (value: number): number => (clampBetween(value, low, high) - low) / (high - low);
  return { scale: "linear", low, high, ticks: ticks(low, high, TICKS), place };
}

/** Keeps a value between two ends. */
export function clampBetween(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

// What is smaller, as a share of the highest, stands at the edge: zero has no logarithm.
const LEAST = 1e-4;

function layoutLog(least: number, most: number): Axis {
  const first = Math.floor(Math.log10(Math.max(LEAST * most, least)));
  const last = Math.ceil(Math.log10(most));
  const [low, high] = [raiseTen(first), raiseTen(last)];
  return {
    ...{ scale: "log", low, high },
    ticks: Array.from({ length: last - first + 1 }, (_, i) => raiseTen(first + i)),
    place: (value) => Math.log(clampBetween(value, low, high) / low) / Math.log(high / low),
  };
}

// To the last bit: engines differ in 10 ** n.
function raiseTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

// Shares of which all lie in the lower half get an axis that ends with them; the ends of an axis of
// one amount lie around it.
function findEnds(
  sorted: readonly number[],
  spread: Spread,
): readonly [low: number, high: number] {
  const [low = 0, high = 1] = [sorted[0], sorted.at(-1)];
  if (spread === "gain") return [0, 1];
  if (spread === "share") return [0, high > 0 && high < 0.5 ? high : 1];
  const margin = low === high ? Math.abs(low) / 2 || 0.5 : 0;
  return [low - margin, high + margin];
}

// Most values below a tenth would crowd in the first tenth of a linear axis.
const CROWDED = 0.1;

function isCrowded(sorted: readonly number[], most: number): boolean {
  const [least = 0, median = 0, last = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return least >= 0 && last > 0 && median < CROWDED * most;
}

/** Rounds a length in units of a viewBox to a tenth: less than is seen, and the same on every machine. */
export function roundUnit(length: number): number {
  return Math.round(length * 10) / 10;
}
