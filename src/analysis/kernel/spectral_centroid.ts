import { frequencyAt, type PowerSpectrum } from "./power_spectrum.ts";

/**
 * Measures the mean radial frequency of a spectrum, weighted by power, in cycles per pixel.
 *
 *     Σ P(f) |f| / Σ P(f), from 0 to √½
 *
 * A flat spectrum, that of a single cell that is not 0, has 0.383.
 *
 * @returns null where there is no power.
 */
export function measureSpectralCentroid({ size, power }: PowerSpectrum): number | null {
  let total = 0;
  let moment = 0;
  for (let i = 0; i < power.length; i++) {
    const x = frequencyAt(i % size, size);
    const y = frequencyAt(Math.floor(i / size), size);
    total += power[i]!;
    moment += power[i]! * Math.sqrt(x * x + y * y);
  }
  return total === 0 ? null : moment / total;
}
