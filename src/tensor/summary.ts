/** What a run of numbers amounts to; the statistics leave non-finite values out. */
export interface Summary {
  /** The smallest finite value; null where there is none. */
  readonly min: number | null;
  /** The largest finite value; null where there is none. */
  readonly max: number | null;
  /** The arithmetic mean of the finite values; null where there is none. */
  readonly mean: number | null;
  /** The population standard deviation of the finite values; null where there is none. */
  readonly std: number | null;
  /** How many values are exactly 0. */
  readonly zeros: number;
  /** How many finite values are below 0. */
  readonly negatives: number;
  /** How many values are NaN or infinite. */
  readonly nonFinite: number;
}

/** Summarises numbers in two passes, so that the deviation does not cancel. */
export function summarize(values: Float32Array): Summary {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let zeros = 0;
  let negatives = 0;
  let nonFinite = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      nonFinite++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (value === 0) zeros++;
    if (value < 0) negatives++;
    sum += value;
  }
  const count = values.length - nonFinite;
  if (count === 0) {
    return {
      min: null,
      max: null,
      mean: null,
      std: null,
      zeros,
      negatives,
      nonFinite,
    };
  }
  const mean = sum / count;
  return {
    min,
    max,
    mean,
    std: deviation(values, mean, count),
    zeros,
    negatives,
    nonFinite,
  };
}

// √(Σ (x − mean)² / n) over the finite x
function deviation(values: Float32Array, mean: number, count: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isFinite(value)) squares += (value - mean) ** 2;
  }
  return Math.sqrt(squares / count);
}
