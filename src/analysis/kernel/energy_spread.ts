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

type Point = Pick<EnergySpread, "x" | "y">;

/** Measures where the energy of a kernel [in, height, width] lies; null for a kernel of zeros. */
export function measureSpread(weights: Float32Array, plane: KernelPlane): EnergySpread | null {
  const energies = sumEnergies(weights, plane);
  let total = 0;
  for (let i = 0; i < energies.length; i++) total += energies[i]!;
  if (total === 0) return null;
  const middle = findMiddle(energies, plane.width, total);
  return { ...middle, ...measureAbout(middle, { energies, width: plane.width, total }) };
}

function findMiddle(energies: Float64Array, width: number, total: number): Point {
  let x = 0;
  let y = 0;
  for (let i = 0, row = 0; i < energies.length; row++) {
    for (let column = 0; column < width; column++, i++) {
      x += energies[i]! * column;
      y += energies[i]! * row;
    }
  }
  return { x: x / total, y: y / total };
}

function measureAbout(
  middle: Point,
  { energies, width, total }: {
    readonly energies: Float64Array;
    readonly width: number;
    readonly total: number;
  },
): Omit<EnergySpread, keyof Point> {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0, row = 0; i < energies.length; row++) {
    const down = row - middle.y;
    for (let column = 0; column < width; column++, i++) {
      const across = column - middle.x;
      xx += energies[i]! * (across * across);
      xy += energies[i]! * (across * down);
      yy += energies[i]! * (down * down);
    }
  }
  return { xx: xx / total, xy: xy / total, yy: yy / total };
}

function sumEnergies(
  weights: Float32Array,
  { channels, height, width }: KernelPlane,
): Float64Array {
  const size = height * width;
  const energies = new Float64Array(size);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < size; i++) {
      const weight = weights[c * size + i]!;
      energies[i]! += weight * weight;
    }
  }
  return energies;
}
