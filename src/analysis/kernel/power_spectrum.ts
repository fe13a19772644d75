import FFT from "fft.js";
import type { Tensor } from "../../tensor/tensor.ts";
import { findPlane, type KernelPlane } from "./plane.ts";

/** The power of a kernel at every frequency. */
export interface PowerSpectrum {
  /** How many frequencies there are along each axis. */
  readonly size: number;
  /** [size, size], frequency 0 first; cell i of an axis is the frequency of {@linkcode frequencyAt}. */
  readonly power: Float64Array;
}

/** Gives the frequency of cell `i` along an axis of a spectrum, in cycles per pixel, −½ to ½. */
export function frequencyAt(i: number, size: number): number {
  return (i < size / 2 ? i : i - size) / size;
}

const LEAST_SIZE = 32; // small kernels are padded, so that the frequencies lie close

/**
 * Measures the power spectrum of a kernel, padded with zeros and summed over its input channels.
 *
 *     P(f) = Σ_c |Σ_x W_c(x) e^(−2πi f·x)|²
 *
 * By the theorem of Wiener and Khinchin that is the transform of the kernel's autocorrelation
 * Σ_c Σ_x W_c(x) W_c(x + d). The autocorrelations are summed over the channels first, so that a
 * kernel takes one transform, however many channels it has; where the size is at least twice the
 * kernel's, nothing wraps around, and the power is exactly the same.
 *
 * @param kernel The finite weights [in, height, width].
 * @returns null where the kernel does not extend along two axes.
 */
export function measurePowerSpectrum(kernel: Tensor): PowerSpectrum | null {
  const plane = findPlane(kernel);
  if (plane === null) return null;
  const longest = Math.max(plane.height, plane.width);
  const size = Math.max(LEAST_SIZE, 2 ** Math.ceil(Math.log2(2 * longest)));
  const power = wrap(autocorrelate(kernel.data, plane), plane, size);
  transformRows(power, size);
  transpose(power, size);
  transformRows(power, size);
  transpose(power, size);
  return {
    size,
    power: Float64Array.from({ length: size * size }, (_, i) => Math.max(0, power[2 * i]!)),
  };
}

/**
 * Sums W(x) W(x + d) for the half of the shifts d that go down, or straight right. The cells are
 * numbered in rows of 2 width − 1, so that each shift is one difference of numbers.
 */
function autocorrelate(
  weights: Float32Array,
  { channels, height, width }: KernelPlane,
): Float64Array {
  const size = height * width;
  const place = (i: number) => Math.floor(i / width) * (2 * width - 1) + i % width;
  const places = Int32Array.from({ length: size }, (_, i) => place(i));
  const sums = new Float64Array(place(size - 1) + 1);
  for (let start = 0; start < channels * size; start += size) {
    for (let i = 0; i < size; i++) {
      const weight = weights[start + i]!;
      const from = places[i]!;
      for (let j = i; j < size; j++) sums[places[j]! - from]! += weight * weights[start + j]!;
    }
  }
  return sums;
}

// Lays both halves of the shifts out as complex numbers [size, size, 2], shift 0 first.
function wrap(sums: Float64Array, { height, width }: KernelPlane, size: number): Float64Array {
  const complex = new Float64Array(2 * size * size);
  const row = 2 * width - 1;
  for (let dy = 0; dy < height; dy++) {
    for (let dx = dy === 0 ? 0 : 1 - width; dx < width; dx++) {
      const sum = sums[dy * row + dx]!;
      const [y, x] = [(size - dy) % size, (size - dx) % size];
      complex[2 * (dy * size + (dx + size) % size)] = sum;
      complex[2 * (y * size + x)] = sum;
    }
  }
  return complex;
}

function transformRows(complex: Float64Array, size: number): void {
  const fft = new FFT(size);
  const row = new Float64Array(2 * size);
  for (let start = 0; start < complex.length; start += 2 * size) {
    row.set(complex.subarray(start, start + 2 * size));
    fft.transform(complex.subarray(start, start + 2 * size), row);
  }
}

function transpose(complex: Float64Array, size: number): void {
  const from = complex.slice();
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      complex[2 * (x * size + y)] = from[2 * (y * size + x)]!;
      complex[2 * (x * size + y) + 1] = from[2 * (y * size + x) + 1]!;
    }
  }
}
