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
  const { nonFinite, ...signs } = countSigns(values);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (nonFinite > 0 && !Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
  }
  const count = values.length - nonFinite;
  if (count === 0) return { min: null, max: null, mean: null, std: null, ...signs, nonFinite };
  const mean = sum / count;
  return { min, max, mean, std: deviation(values, mean, nonFinite), ...signs, nonFinite };
}

const MAGNITUDE = 0x7fffffff; // all bits but the sign
const INFINITE = 0x7f800000; // from here on a magnitude is infinite, or no number

// By the bits of float32, since half of the numbers are negative or 0 and no branch can be foretold.
function countSigns(values: Float32Array): Pick<Summary, "zeros" | "negatives" | "nonFinite"> {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  let [zeros, negatives, nonFinite] = [0, 0, 0];
  for (let i = 0; i < bits.length; i++) {
    const magnitude = bits[i]! & MAGNITUDE;
    if (magnitude >= INFINITE) {
      nonFinite++;
      continue;
    }
    const zero = (magnitude - 1) >>> 31; // −1 alone has the sign
    zeros += zero;
    negatives += (bits[i]! >>> 31) & (1 - zero);
  }
  return { zeros, negatives, nonFinite };
}

// √(Σ (x − mean)² / n) over the finite x
function deviation(values: Float32Array, mean: number, nonFinite: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (nonFinite > 0 && !Number.isFinite(value)) continue;
    squares += (value - mean) * (value - mean);
  }
  return Math.sqrt(squares / (values.length - nonFinite));
}
