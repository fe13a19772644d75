import { dot } from "../../tensor/dot.ts";
import type { KernelPlane } from "./plane.ts";
import { createWaves, frequencyAt, type MeasureMoments, type Waves } from "./spectral_moments.ts";

/**
 * Prepares for measuring moments by the autocorrelation of kernels, shift by shift.
 *
 * By the theorem of Wiener and Khinchin the power is the transform of the autocorrelation
 * A(d) = Σ_c Σ_x W_c(x) W_c(x + d); where there are at least twice as many frequencies as cells,
 * nothing wraps around. So a moment needs no spectrum:
 *
 *     Σ_f P(f) g(f) = Σ_d A(d) Σ_f g(f) cos 2π f·d
 *
 * in which the second sum is the same for all kernels.
 */
export function prepareShiftMoments(plane: KernelPlane, size: number): MeasureMoments {
  const radial = transform((x, y) => Math.sqrt(x * x + y * y), plane, size);
  const xx = transform((x) => x * x, plane, size);
  const yy = transform((_, y) => y * y, plane, size);
  const xy = transform((x, y) => x === -0.5 || y === -0.5 ? 0 : x * y, plane, size);
  const isThree = plane.height === 3 && plane.width === 3;
  return (weights) => {
    const sums = isThree ? autocorrelateThree(weights) : autocorrelate(weights, plane);
    const total = size * size * sums[0]!; // as Parseval says
    return {
      total,
      radial: dot(sums, radial),
      xx: dot(sums, xx),
      yy: dot(sums, yy),
      xy: dot(sums, xy),
    };
  };
}

// Of all shifts, those that go down, or straight right; the others are their mirror images.
function countShifts({ height, width }: KernelPlane): number {
  return (height - 1) * (2 * width - 1) + width;
}

type Weigh = (x: number, y: number) => number;

// Σ_f g(f) cos 2π f·d for every shift d and its mirror image: first over x, then over y.
function transform(weigh: Weigh, plane: KernelPlane, size: number): Float64Array {
  const waves = createWaves(size);
  const across = sumAcross(weigh, plane.width, waves);
  const row = 2 * plane.width - 1;
  return new Float64Array(countShifts(plane)).map((_, d) => {
    const dy = Math.floor((d + plane.width - 1) / row);
    const dx = d - dy * row;
    let sum = 0;
    for (let v = 0; v < size; v++) {
      const [at, turn] = [v * plane.width + Math.abs(dx), v * dy % size];
      sum += across.cosine[at]! * waves.cosine[turn]! -
        Math.sign(dx) * across.sine[at]! * waves.sine[turn]!;
    }
    return d === 0 ? sum : 2 * sum;
  });
}

// Σ_x g(x, y) e^(2πi x d) for every y and d, [size, width]
function sumAcross(weigh: Weigh, width: number, { cosine, sine }: Waves): Waves {
  const size = cosine.length;
  const sums = { cosine: new Float64Array(size * width), sine: new Float64Array(size * width) };
  for (let v = 0; v < size; v++) {
    for (let u = 0; u < size; u++) {
      const weight = weigh(frequencyAt(u, size), frequencyAt(v, size));
      for (let d = 0; d < width; d++) {
        sums.cosine[v * width + d]! += weight * cosine[u * d % size]!;
        sums.sine[v * width + d]! += weight * sine[u * d % size]!;
      }
    }
  }
  return sums;
}

/**
 * Sums W(x) W(x + d) for the half of the shifts d that go down, or straight right. The cells are
 * numbered in rows of 2 width − 1, so that each shift is one difference of numbers.
 */
function autocorrelate(weights: Float32Array, plane: KernelPlane): Float64Array {
  const { channels, height, width } = plane;
  const size = height * width;
  const places = new Int32Array(size);
  for (let i = 0; i < size; i++) places[i] = Math.floor(i / width) * (2 * width - 1) + i % width;
  const sums = new Float64Array(countShifts(plane));
  for (let start = 0; start < channels * size; start += size) {
    for (let i = 0; i < size; i++) {
      const weight = weights[start + i]!;
      const from = places[i]!;
      for (let j = i; j < size; j++) sums[places[j]! - from]! += weight * weights[start + j]!;
    }
  }
  return sums;
}

// The same of 3 x 3, as most kernels are, in a quarter of the time: row by row of shifts.
function autocorrelateThree(weights: Float32Array): Float64Array {
  const sums = new Float64Array(13);
  for (let start = 0; start < weights.length; start += 9) {
    const a = weights[start]!, b = weights[start + 1]!, c = weights[start + 2]!;
    const d = weights[start + 3]!, e = weights[start + 4]!, f = weights[start + 5]!;
    const g = weights[start + 6]!, h = weights[start + 7]!, i = weights[start + 8]!;
    sums[0]! += a * a + b * b + c * c + d * d + e * e + f * f + g * g + h * h + i * i;
    sums[1]! += a * b + b * c + d * e + e * f + g * h + h * i;
    sums[2]! += a * c + d * f + g * i;
    sums[3]! += c * d + f * g;
    sums[4]! += b * d + c * e + e * g + f * h;
    sums[5]! += a * d + b * e + c * f + d * g + e * h + f * i;
    sums[6]! += a * e + b * f + d * h + e * i;
    sums[7]! += a * f + d * i;
    sums[8]! += c * g;
    sums[9]! += b * g + c * h;
    sums[10]! += a * g + b * h + c * i;
    sums[11]! += a * h + b * i;
    sums[12]! += a * i;
  }
  return sums;
}
