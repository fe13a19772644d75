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

/** How many weights stand for a kernel whose slices are single weights. */
export const STRONGEST_WEIGHTS = 8;

/**
 * Finds the strongest of the `count` slices that a kernel is made of, `most` at most; what is not
 * finite counts nothing.
 */
export function findStrongestSlices(
  kernel: Float32Array,
  count: number,
  most: number = STRONGEST,
): StrongestSlices {
  const energies = measureSlices(kernel, count);
  const slices = findLargest(energies, most);
  let whole = 0;
  for (let slice = 0; slice < count; slice++) whole += energies[slice]!;
  const strongest = slices.reduce((sum, slice) => sum + energies[slice]!, 0);
  return { slices, share: whole > 0 ? strongest / whole : null };
}

function measureSlices(kernel: Float32Array, count: number): Float64Array {
  const size = kernel.length / count;
  const energies = new Float64Array(count);
  for (let slice = 0, i = 0; slice < count; slice++) {
    let energy = 0;
    for (const end = i + size; i < end; i++) {
      const square = kernel[i]! * kernel[i]!;
      if (square < Infinity) energy += square;
    }
    energies[slice] = energy;
  }
  return energies;
}
