import type { SpectralMoments } from "./spectral_moments.ts";

/**
 * Measures the mean radial frequency of a spectrum, weighted by power, in cycles per pixel.
 *
 *     Σ P(f) |f| / Σ P(f), from 0 to √½
 *
 * A flat spectrum, that of a single cell that is not 0, has 0.383.
 *
 * @returns null where there is no power.
 */
export function measureSpectralCentroid(
  { total, radial }: Pick<SpectralMoments, "total" | "radial">,
): number | null {
  return total === 0 ? null : Math.max(0, radial / total);
}
