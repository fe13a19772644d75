import { findLargest } from "./largest.ts";

/** The slices of a kernel that hold most of its energy. */
export interface StrongestSlices {
  /** Their indices, strongest first. */
  readonly slices: readonly number[];
  /** Their share of the kernel's energy, Σ w²; null for a kernel of zeros. */
  readonly share: number | null;
}

/** How many slices stand for a kernel that has more. */
export const STRONGEST = 4;

/** Finds the strongest of the `count` slices that a kernel is made of; what is not finite counts nothing. */
export function findStrongestSlices(kernel: Float32Array, count: number): StrongestSlices {
  const size = kernel.length / count;
  const energies = Array.from(
    { length: count },
    (_, slice) => sumSquares(kernel.subarray(slice * size, (slice + 1) * size)),
  );
  const slices = findLargest(energies, STRONGEST);
  const whole = sum(energies);
  return { slices, share: whole > 0 ? sum(slices.map((slice) => energies[slice]!)) / whole : null };
}

function sumSquares(values: Float32Array): number {
  return values.reduce((total, value) => total + (Number.isFinite(value) ? value * value : 0), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
