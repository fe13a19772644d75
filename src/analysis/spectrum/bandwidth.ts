import { measureSpectralCentroid } from "./spectral_centroid.ts";
import type { SpectralMoments } from "./spectral_moments.ts";

/**
 * Measures the bandwidth of a spectrum: the standard deviation of its radial frequency, weighted by
 * power, in cycles per pixel.
 *
 *     √(Σ P(f) (|f| − centroid)² / Σ P(f)) = √(Σ P(f) |f|² / Σ P(f) − centroid²)
 *
 * @returns null where there is no power.
 */
export function measureBandwidth(moments: Omit<SpectralMoments, "xy">): number | null {
  const centroid = measureSpectralCentroid(moments);
  if (centroid === null) return null;
  const { total, xx, yy } = moments;
  return Math.sqrt(Math.max(0, (xx + yy) / total - centroid ** 2));
}
