/** How values are spread, as TensorBoard's histograms have it. */
export interface Histogram {
  /** The smallest and the largest finite value. */
  readonly min: number;
  readonly max: number;
  /** How many finite values there are, their sum, and that of their squares. */
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  /** The upper bound of each bucket. */
  readonly limits: readonly number[];
  /** How many values lie from the bound before up to, not including, the bucket's own. */
  readonly counts: readonly number[];
}

/**
 * Measures how values are spread over the buckets of torch's `add_histogram`, whose bounds are
 * 1e-12 · 1.1ⁿ, 0 and their negatives. The first bucket is empty: its bound is where the values
 * begin. Values that are not finite count in none; null where no value is.
 */
export function measureHistogram(values: Float32Array): Histogram | null {
  const counts = new Float64Array(2 * LIMITS.length);
  let [min, max, count, sum, squares] = [Infinity, -Infinity, 0, 0, 0];
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value !== 0) continue; // NaN and infinities
    if (value < min) min = value;
    if (value > max) max = value;
    count++;
    sum += value;
    squares += value * value;
    counts[findBucket(value, bits[i]!)]!++;
  }
  if (count === 0) return null;
  return { min, max, count, sum, squares, ...trim(counts) };
}

// v = 1e-12; while v < 1e20: v *= 1.1
const LIMITS: readonly number[] = [...powers()];

function* powers(): Generator<number> {
  for (let limit = 1e-12; limit < 1e20; limit *= 1.1) yield limit;
}

// The upper half of a float32: numbers that share it differ by less than 1 %.
const HALF_BITS = 16;
const SIGN = 0x8000;

// For each upper half, sign apart, how many bounds lie up to its smallest number.
const PLACES: Uint16Array = placeHalves();

function placeHalves(): Uint16Array {
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  let place = 0;
  return Uint16Array.from({ length: SIGN }, (_, half) => {
    bits[0] = half << HALF_BITS;
    while (place < LIMITS.length && LIMITS[place]! <= float[0]!) place++;
    return place;
  });
}

// Buckets from the lowest on: half of them are of negative values.
function findBucket(value: number, bits: number): number {
  const half = LIMITS.length;
  let place = PLACES[bits >>> HALF_BITS & SIGN - 1]!;
  if (value < 0) {
    if (-value > LIMITS[place]!) place++;
    return Math.max(0, half - 1 - place); // those beyond the last bound are in the last bucket
  }
  if (value >= LIMITS[place]!) place++;
  return half + Math.min(half - 1, place);
}

function trim(counts: Float64Array): Pick<Histogram, "limits" | "counts"> {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const bounds = [...LIMITS.map((limit) => -limit).reverse(), 0, ...LIMITS];
  return {
    limits: bounds.slice(first, last + 2),
    counts: [0, ...counts.subarray(first, last + 1)],
  };
}
