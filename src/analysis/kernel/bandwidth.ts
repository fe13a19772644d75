import { frequencyAt, type PowerSpectrum } from "./power_spectrum.ts";
import { measureSpectralCentroid } from "./spectral_centroid.ts";

/**
 * Measures the bandwidth of a spectrum: the standard deviation of its radial frequency, weighted by
 * power, in cycles per pixel.
 *
 *     √(Σ P(f) (|f| − centroid)² / Σ P(f))
 *
 * @returns null where there is no power.
 */
export function measureBandwidth(spectrum: PowerSpectrum): number | null {
  const centroid = measureSpectralCentroid(spectrum);
  if (centroid === null) return null;
  const { size, power } = spectrum;
  let total = 0;
  let moment = 0;
  for (let i = 0; i < power.length; i++) {
    const x = frequencyAt(i % size, size);
    const y = frequencyAt(Math.floor(i / size), size);
    total += power[i]!;
    moment += power[i]! * (Math.sqrt(x * x + y * y) - centroid) ** 2;
  }
  return Math.sqrt(moment / total);
}
