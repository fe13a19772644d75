import { measureSpectralCentroid } from "../spectrum/spectral_centroid.ts";
import type { SpectralMoments } from "../spectrum/spectral_moments.ts";
import type { EnergySpread } from "./energy_spread.ts";

/**
 * Measures how many waves lie across the pattern of a kernel: its mean frequency times the width of
 * the pattern, four standard deviations of its energy along the way in which it is modulated.
 *
 *     4 √(tr(J S) / tr J) centroid, J the second moments of the spectrum, S those of the energy
 *
 * One edge or one line has about 1.5; a field of stripes or checks has several.
 *
 * @returns null where nothing is modulated.
 */
export function measureWaves(moments: SpectralMoments, spread: EnergySpread): number | null {
  const centroid = measureSpectralCentroid(moments);
  const { xx, xy, yy } = moments;
  if (centroid === null || xx + yy === 0) return null;
  const along = (xx * spread.xx + 2 * xy * spread.xy + yy * spread.yy) / (xx + yy);
  return 4 * Math.sqrt(Math.max(0, along)) * centroid;
}
