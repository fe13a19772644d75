import type { SpectralMoments } from "./spectral_moments.ts";

/** Along which way the edges and stripes of a kernel run. */
export interface Orientation {
  /** Degrees from 0 up to 180, counter-clockwise as seen: 0 lies like –, 45 like /, 90 like |. */
  readonly orientation: number | null;
  /** How much one orientation leads, from 0 (none does) to 1 (there is no other). */
  readonly coherence: number | null;
}

// What is left where no orientation leads; every runtime has other last bits of cosines.
const NOISE = 1e-6;

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
export function measureOrientation(
  { xx, xy, yy }: Pick<SpectralMoments, "xx" | "xy" | "yy">,
): Orientation {
  if (xx + yy === 0) return { orientation: null, coherence: null };
  const coherence = Math.min(1, Math.hypot(xx - yy, 2 * xy) / (xx + yy));
  if (coherence < NOISE) return { orientation: null, coherence: 0 };
  const modulation = Math.atan2(-2 * xy, xx - yy) * 90 / Math.PI; // rows count downwards
  return { orientation: (modulation + 270) % 180, coherence };
}
