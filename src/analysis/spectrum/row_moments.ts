import type { KernelPlane } from "./plane.ts";
import { createWaves, frequencyAt, type MeasureMoments, type Waves } from "./spectral_moments.ts";

/**
 * Prepares for measuring moments by the spectra of the rows of kernels, which takes fewer steps than
 * all shifts do where kernels are large.
 *
 * With Z_y(x) the transform of row y at the frequency x, and A_x(d) = Σ_y Z_y(x)* Z_{y+d}(x) its
 * autocorrelation down the rows, the power at f = (x, y) is A_x(0) + 2 Σ_d Re A_x(d) e^(−2πi y d).
 * So a moment is, over the x from 0 to ½, those between counting twice,
 *
 *     Σ_x (A_x(0) Σ_y g + 2 Σ_d Re A_x(d) Σ_y g cos 2π y d + Im A_x(d) Σ_y g sin 2π y d)
 *
 * in which the sums over y are the same for all kernels.
 */
export function prepareRowMoments(plane: KernelPlane, size: number): MeasureMoments {
  const weighing = weighRows(plane, size);
  const correlate = prepareCorrelation(plane);
  return (weights) => {
    const sums = { total: 0, radial: 0, xx: 0, yy: 0, xy: 0 };
    for (let u = 0; u <= size / 2; u++) {
      const { real, imaginary } = correlate(weights, weighing.waves[u]!);
      const times = u === 0 || 2 * u === size ? 1 : 2;
      const [first, x] = [u * plane.height, Math.abs(frequencyAt(u, size))];
      let radial = 0;
      let yy = 0;
      let xy = 0;
      for (let d = 0; d < plane.height; d++) {
        radial += real[d]! * weighing.radial[first + d]!;
        yy += real[d]! * weighing.yy[d]!;
        xy += imaginary[d]! * weighing.y[d]!;
      }
      sums.total += times * size * real[0]!;
      sums.radial += times * radial;
      sums.xx += times * size * x * x * real[0]!;
      sums.yy += times * yy;
      sums.xy += 2 * u === size ? 0 : times * x * xy;
    }
    return sums;
  };
}

/** What the autocorrelation down the rows is weighed with. */
interface RowWeights {
  /** The waves of a row at each frequency across. */
  readonly waves: readonly Waves[];
  /** Σ_y |f| cos 2π y d, twice where d is above 0, for every x: [size / 2 + 1, height]. */
  readonly radial: Float64Array;
  /** Σ_y y² cos 2π y d, likewise, the same for every x. */
  readonly yy: Float64Array;
  /** Σ_y y sin 2π y d, likewise. */
  readonly y: Float64Array;
}

function weighRows({ height, width }: KernelPlane, size: number): RowWeights {
  const { cosine, sine } = createWaves(size);
  const sum = (weigh: (y: number) => number, wave: Float64Array, d: number): number => {
    let all = 0;
    for (let v = 0; v < size; v++) all += weigh(frequencyAt(v, size)) * wave[v * d % size]!;
    return d === 0 ? all : 2 * all;
  };
  const radial = new Float64Array((size / 2 + 1) * height).map((_, i) => {
    const x = frequencyAt(Math.floor(i / height), size);
    return sum((y) => Math.sqrt(x * x + y * y), cosine, i % height);
  });
  const shifts = Array.from({ length: height }, (_, d) => d);
  return {
    waves: Array.from({ length: size / 2 + 1 }, (_, u) => {
      const turn = (wave: Float64Array): Float64Array =>
        Float64Array.from({ length: width }, (_, x) => wave[u * x % size]!);
      return { cosine: turn(cosine), sine: turn(sine) };
    }),
    radial,
    yy: Float64Array.from(shifts, (d) => sum((y) => y * y, cosine, d)),
    y: Float64Array.from(shifts, (d) => sum((y) => y === -0.5 ? 0 : y, sine, d)),
  };
}

/** A real and an imaginary part of every row. */
interface RowParts {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

function createParts(height: number): RowParts {
  return { real: new Float64Array(height), imaginary: new Float64Array(height) };
}

/** Gives the autocorrelation down the rows at one frequency across, by how far down: Σ_c A(d). */
type CorrelateRows = (weights: Float32Array, waves: Waves) => RowParts;

function prepareCorrelation({ channels, height, width }: KernelPlane): CorrelateRows {
  const [rows, sums] = [createParts(height), createParts(height)]; // made once, for all kernels
  return (weights, waves) => {
    sums.real.fill(0);
    sums.imaginary.fill(0);
    for (let c = 0; c < channels; c++) {
      transformRows(weights, c * height * width, waves, rows);
      addCorrelation(rows, sums);
    }
    return sums;
  };
}

// Two rows at once, as each addition waits for the one before.
function transformRows(
  weights: Float32Array,
  start: number,
  { cosine, sine }: Waves,
  { real, imaginary }: RowParts,
): void {
  const [height, width] = [real.length, cosine.length];
  for (let y = 0; y < height; y += 2) {
    const below = Math.min(y + 1, height - 1);
    const [upper, lower] = [start + y * width, start + below * width];
    let [a, b, aBelow, bBelow] = [0, 0, 0, 0];
    for (let x = 0; x < width; x++) {
      const weight = weights[upper + x]!;
      const weightBelow = weights[lower + x]!;
      a += weight * cosine[x]!;
      b -= weight * sine[x]!;
      aBelow += weightBelow * cosine[x]!;
      bBelow -= weightBelow * sine[x]!;
    }
    real[y] = a;
    imaginary[y] = b;
    real[below] = aBelow;
    imaginary[below] = bBelow;
  }
}

function addCorrelation({ real: a, imaginary: b }: RowParts, sums: RowParts): void {
  const height = a.length;
  for (let d = 0; d < height; d++) {
    let [even, odd] = [0, 0];
    for (let y = 0; y + d < height; y++) {
      even += a[y]! * a[y + d]! + b[y]! * b[y + d]!;
      odd += a[y]! * b[y + d]! - b[y]! * a[y + d]!;
    }
    sums.real[d]! += even;
    sums.imaginary[d]! += odd;
  }
}
