/** An axis of a plot. */
export interface Axis {
  readonly scale: "linear" | "log";
  readonly low: number;
  readonly high: number;
  /** Where the ticks stand, ascending. */
  readonly ticks: readonly number[];
}

/** The axis of a share, 0 to 1 in quarters. */
export const SHARE_AXIS: Axis = {
  scale: "linear",
  low: 0,
  high: 1,
  ticks: [0, 0.25, 0.5, 0.75, 1],
};

// Most values below a tenth would crowd in the first tenth of a linear axis.
const CROWDED = 0.1;

// What is smaller stands at the edge: zero has no logarithm.
const LEAST = 1e-4;

/** Lays out the axis of shares: logarithmic where most of them are small. */
export function layoutShareAxis(values: readonly number[]): Axis {
  const sorted = values.toSorted((a, b) => a - b);
  if ((sorted[sorted.length >> 1] ?? 1) >= CROWDED) return SHARE_AXIS;
  const first = Math.floor(Math.log10(Math.max(LEAST, sorted[0]!)) + 1e-9);
  const ticks = Array.from({ length: 1 - first }, (_, i) => 10 ** (first + i));
  return { scale: "log", low: ticks[0]!, high: 1, ticks };
}

/** Tells how far along an axis a value lies, 0 to 1; what is beyond an end stands on it. */
export function placeOn({ scale, low, high }: Axis, value: number): number {
  const inside = Math.min(high, Math.max(low, value));
  if (scale === "linear") return (inside - low) / (high - low);
  return Math.log(inside / low) / Math.log(high / low);
}
