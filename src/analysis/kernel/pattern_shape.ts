import type { Tensor } from "../../tensor/tensor.ts";
import { findPlane } from "../spectrum/plane.ts";
import type { SpectralMoments } from "../spectrum/spectral_moments.ts";
import { measureSpread } from "./energy_spread.ts";
import { measureOwnSymmetry } from "./own_symmetry.ts";
import { measureRoundness } from "./roundness.ts";
import { measureWaves } from "./waves.ts";

/** The measures of a pattern about its own middle, wherever in the kernel it lies. */
export interface PatternShape {
  readonly ownSymmetry: number | null;
  readonly roundness: number | null;
  readonly waves: number | null;
}

/**
 * Measures the pattern of a kernel of finite weights [in, …kernelShape]; its spread is that of its
 * energy, so that a kernel of zeros has no pattern, and neither has one without two axes of space.
 */
export function measurePattern(kernel: Tensor, moments: SpectralMoments | null): PatternShape {
  const plane = findPlane(kernel);
  const spread = plane && measureSpread(kernel.data, plane);
  if (plane === null || spread === null) return { ownSymmetry: null, roundness: null, waves: null };
  return {
    ownSymmetry: measureOwnSymmetry(kernel.data, plane, spread),
    roundness: measureRoundness(kernel.data, plane, spread),
    waves: moments && measureWaves(moments, spread),
  };
}
