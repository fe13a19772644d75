/** The filters that a photo is resized with, apart from `nearest`, which mixes no pixels. */
export type Filter = "bilinear" | "bicubic" | "lanczos3";

/** What the places of a resized line are mixed of. */
export interface ResampleWeights {
  /** How many places of the line each is mixed of, at most: the weights of one are so far apart. */
  readonly count: number;
  /** The first place that each is mixed of. */
  readonly first: Int32Array;
  /** The place behind the last one. */
  readonly past: Int32Array;
  /** The weights [places, count], times 2 ** WEIGHT_BITS. */
  readonly weights: Int32Array;
}

/** How many bits a weight has behind the point: a sum of weighted levels then fits into 32. */
export const WEIGHT_BITS = 22;

/** Takes some places of a resized line. */
export function takePlaces(
  { count, first, past, weights }: ResampleWeights,
  from: number,
  end: number,
): ResampleWeights {
  return {
    count,
    first: first.subarray(from, end),
    past: past.subarray(from, end),
    weights: weights.subarray(from * count, end * count),
  };
}

/** Counts the places that are mixed from another one on. */
export function shiftLine(
  { first, past, ...line }: ResampleWeights,
  from: number,
): ResampleWeights {
  const shift = (places: Int32Array): Int32Array => places.map((place) => place - from);
  return { ...line, first: shift(first), past: shift(past) };
}

interface Shape {
  /** How far from its centre the filter is not 0, in pixels. */
  readonly radius: number;
  weigh(distance: number): number;
}

const FILTERS: Readonly<Record<Filter, Shape>> = {
  bilinear: { radius: 1, weigh: (distance) => Math.max(0, 1 - Math.abs(distance)) },
  bicubic: { radius: 2, weigh: (distance) => weighCubic(Math.abs(distance)) },
  lanczos3: { radius: 3, weigh: weighLanczos },
};

/**
 * Weighs the places of a line of `from` for each place of one of `to`, as
 * Pillow does, whose filters grow with what is shrunk:
 *
 *     w(x) = f((x - c + 1/2) / s) / Σ f      c = (i + 1/2) from/to,  s = max(1, from/to)
 *
 * Source: https://github.com/python-pillow/Pillow/blob/9.4.0/src/libImaging/Resample.c,
 * `precompute_coeffs` and `normalize_coeffs_8bpc`.
 */
export function weighLine(from: number, to: number, filter: Filter): ResampleWeights {
  return weighBy(FILTERS[filter], from, to);
}

/**
 * Weighs the places of a line for the same line blurred by a Gaussian; at its ends those that are
 * there share all.
 *
 * @param deviation The standard deviation, in pixels.
 */
export function weighBlur(length: number, deviation: number): ResampleWeights {
  const weigh = (distance: number): number => Math.exp(-0.5 * (distance / deviation) ** 2);
  return weighBy({ radius: Math.ceil(3 * deviation), weigh }, length, length);
}

function weighBy(shape: Shape, from: number, to: number): ResampleWeights {
  const scale = from / to;
  const reach = shape.radius * Math.max(1, scale);
  const count = 2 * Math.ceil(reach) + 1;
  const first = new Int32Array(to);
  const past = new Int32Array(to);
  const weights = new Int32Array(to * count);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * scale;
    first[i] = Math.max(0, Math.trunc(centre - reach + 0.5));
    past[i] = Math.min(from, Math.trunc(centre + reach + 0.5));
    const offsets = { start: first[i]! - centre + 0.5, step: 1 / Math.max(1, scale) };
    const target = weights.subarray(i * count, i * count + past[i]! - first[i]!);
    weighPlace(target, offsets, shape);
  }
  return { count, first, past, weights };
}

function weighPlace(
  target: Int32Array,
  { start, step }: { readonly start: number; readonly step: number },
  { weigh }: Shape,
): void {
  const shares = new Float64Array(target.length);
  let sum = 0;
  for (let x = 0; x < shares.length; x++) sum += shares[x] = weigh((x + start) * step);
  for (let x = 0; x < shares.length; x++) {
    const weight = (sum === 0 ? shares[x]! : shares[x]! / sum) * 2 ** WEIGHT_BITS;
    target[x] = Math.trunc(weight + 0.5 * Math.sign(weight));
  }
}

// Keys' cubic convolution with a = -1/2, which gives a parabola as it is.
function weighCubic(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
}

function weighLanczos(x: number): number {
  return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}
