import { reserveBytes } from "../../tensor/wasm_memory.ts";
import type { KernelPlane } from "./plane.ts";
import { measureRows, memory } from "./row_powers.wasm";
import {
  createWaves,
  frequencyAt,
  type MeasureMoments,
  type SpectralMoments,
  type Waves,
} from "./spectral_moments.ts";

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
  const { channels, height, width } = plane;
  const tables = layoutTables(weighRows(plane, size), plane, size);
  const stride = 16 * Math.ceil((height + 2) / 2); // as row_powers.wat asks for
  const shared = BYTES * SUMS;
  const rows = shared + tables.byteLength;
  const [pairs, cells] = [rows + 4 * stride, channels * height * width];
  const weights = pairs + 2 * BYTES * channels * Math.ceil(height / 2) * width;
  return (kernel) => {
    reserveBytes(memory, weights + kernel.byteLength);
    const doubles = new Float64Array(memory.buffer);
    doubles.fill(0, 0, SUMS);
    doubles.set(tables, shared / BYTES);
    new Float32Array(memory.buffer, weights, cells).set(kernel);
    measureRows(
      ...[weights, channels, height, width, shared, size / 2 + 1, 0, rows, stride, pairs] as const,
    );
    return readMoments(doubles);
  };
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;
const SUMS = 6; // five, and none, so that what is behind them lies well

function readMoments(sums: Float64Array): SpectralMoments {
  return { total: sums[0]!, radial: sums[1]!, xx: sums[2]!, yy: sums[3]!, xy: sums[4]! };
}

// What all kernels are measured with, in the order of row_powers.wat.
function layoutTables(
  { yy, y, radial, waves }: RowWeights,
  { height }: KernelPlane,
  size: number,
): Float64Array {
  const own = waves.map(({ cosine, sine }, u) => {
    const times = u === 0 || 2 * u === size ? 1 : 2;
    const x = Math.abs(frequencyAt(u, size));
    const factors = [times * size, times, times * size * x * x, 2 * u === size ? 0 : times * x];
    return [factors, radial.subarray(u * height, (u + 1) * height), cosine, sine];
  });
  const parts = [yy, y, ...own.flat()];
  const tables = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    tables.set(part, at);
    at += part.length;
  }
  return tables;
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
