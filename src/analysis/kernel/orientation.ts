import { frequencyAt, type PowerSpectrum } from "./power_spectrum.ts";

/** Along which way the edges and stripes of a kernel run. */
export interface Orientation {
  /** Degrees from 0 up to 180, counter-clockwise as seen: 0 lies like –, 45 like /, 90 like |. */
  readonly orientation: number | null;
  /** How much one orientation leads, from 0 (none does) to 1 (there is no other). */
  readonly coherence: number | null;
}

/**
 * Measures the orientation of a spectrum by its tensor of second moments, the structure tensor.
 *
 *     J = Σ P(f) [fx², fx fy; fx fy, fy²],  coherence = (λ1 − λ2) / (λ1 + λ2)
 *
 * The first eigenvector of J is the direction in which the kernel is modulated; its edges and
 * stripes run at a right angle to it, and that is the orientation.
 *
 * @returns null where nothing is modulated; no orientation where none leads.
 * @see Bigün and Granlund, Optimal orientation detection of linear symmetry, ICCV 1987
 */
export function measureOrientation(spectrum: PowerSpectrum): Orientation {
  const { xx, xy, yy } = sumMoments(spectrum);
  if (xx + yy === 0) return { orientation: null, coherence: null };
  const coherence = Math.min(1, Math.hypot(xx - yy, 2 * xy) / (xx + yy));
  if (coherence < 1e-6) return { orientation: null, coherence };
  const modulation = Math.atan2(-2 * xy, xx - yy) * 90 / Math.PI; // rows count downwards
  return { orientation: (modulation + 270) % 180, coherence };
}

function sumMoments({ size, power }: PowerSpectrum): { xx: number; xy: number; yy: number } {
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < power.length; i++) {
    const x = frequencyAt(i % size, size);
    const y = frequencyAt(Math.floor(i / size), size);
    xx += power[i]! * x * x;
    yy += power[i]! * y * y;
    if (x !== -0.5 && y !== -0.5) xy += power[i]! * x * y; // −½ is ½ too, which cancels
  }
  return { xx, xy, yy };
}
