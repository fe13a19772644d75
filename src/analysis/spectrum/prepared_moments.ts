import { findPlane } from "./plane.ts";
import { prepareRowMoments } from "./row_moments.ts";
import { prepareShiftMoments } from "./shift_moments.ts";
import type { MeasureMoments } from "./spectral_moments.ts";

const LEAST_SIZE = 32; // small kernels are padded, so that the frequencies lie close

/**
 * Prepares for measuring the moments of the power spectra of many kernels of the same dims, each
 * padded with zeros and summed over its input channels.
 *
 *     P(f) = Σ_c |Σ_x W_c(x) e^(−2πi f·x)|²
 *
 * @returns null for kernels that do not extend along two axes.
 */
export function prepareMoments([, ...dims]: readonly number[]): MeasureMoments | null {
  const plane = findPlane({ dims });
  if (plane === null) return null;
  const size = Math.max(LEAST_SIZE, 2 * Math.max(plane.height, plane.width));
  const cells = plane.height * plane.width;
  // The steps of both for each channel: all pairs of cells; four for a cell at each frequency.
  const [byShifts, byRows] = [cells ** 2 / 2, 4 * cells * (size / 2 + 1)];
  return byShifts <= byRows ? prepareShiftMoments(plane, size) : prepareRowMoments(plane, size);
}
