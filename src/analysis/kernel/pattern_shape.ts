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

// Pictures of many bands have as many; the slices of deeper kernels have no pattern in common that
// these measures would see.
const MOST_SLICES = 16;

const NONE: PatternShape = { ownSymmetry: null, roundness: null, waves: null };

/**
 * Measures the pattern of a kernel of finite weights [in, …kernelShape]; its spread is that of its
 * energy, so that a kernel of zeros has no pattern; neither has one without two axes of space, nor
 * one of more than 16 slices.
 */
export function measurePattern(kernel: Tensor, moments: SpectralMoments | null): PatternShape {
  const plane = findPlane(kernel);
  if (plane === null || plane.channels > MOST_SLICES) return NONE;
  const spread = measureSpread(kernel.data, plane);
  if (spread === null) return NONE;
  return {
    ownSymmetry: measureOwnSymmetry(kernel.data, plane, spread),
    roundness: measureRoundness(kernel.data, plane, spread),
    waves: moments && measureWaves(moments, spread),
  };
}
