import type { KernelPlane } from "../spectrum/plane.ts";

/** Where the energy of a kernel lies, in cells; rows count downwards. */
export interface EnergySpread {
  /** Its middle: Σ E(x) x / Σ E(x), E being the energy of a cell, summed over the input channels. */
  readonly x: number;
  readonly y: number;
  /** How far it spreads about that: Σ E(x) (x − middle)² / Σ E(x), and alike. */
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Measures where the energy of a kernel [in, height, width] lies; null for a kernel of zeros. */
export function measureSpread(weights: Float32Array, plane: KernelPlane): EnergySpread | null {
  const energies = sumEnergies(weights, plane);
  const total = energies.reduce((sum, energy) => sum + energy, 0);
  if (total === 0) return null;
  const mean = (of: (x: number, y: number) => number): number => {
    let sum = 0;
    for (let y = 0, i = 0; y < plane.height; y++) {
      for (let x = 0; x < plane.width; x++) sum += energies[i++]! * of(x, y);
    }
    return sum / total;
  };
  const [x, y] = [mean((column) => column), mean((_, row) => row)];
  return {
    x,
    y,
    xx: mean((column) => (column - x) ** 2),
    xy: mean((column, row) => (column - x) * (row - y)),
    yy: mean((_, row) => (row - y) ** 2),
  };
}

function sumEnergies(
  weights: Float32Array,
  { channels, height, width }: KernelPlane,
): Float64Array {
  const size = height * width;
  const energies = new Float64Array(size);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < size; i++) energies[i]! += weights[c * size + i]! ** 2;
  }
  return energies;
}
