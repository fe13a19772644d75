import { layoutBars, MIX_TILE } from "../../raster/mix.ts";
import type { PixelLayout, Spot } from "./pixel_layout.ts";

/** Lays out the weights of a kernel of so many single ones side by side, in their order. */
export function layoutWeights(weights: number): PixelLayout {
  return { width: weights, height: 1, at: (x) => x < weights ? placeWeight(x) : null };
}

/** Lays out the bars of a kernel of single weights: those of some inputs, in their order. */
export function layoutMix(chosen: readonly number[], weights: number): PixelLayout {
  const { left, width, step } = layoutBars(weights);
  return {
    ...MIX_TILE,
    at: (x) => {
      const slice = chosen[Math.floor((x - left) / step)];
      return slice === undefined || (x - left) % step >= width ? null : placeWeight(slice);
    },
  };
}

function placeWeight(slice: number): Spot {
  return { indices: [slice], row: 0, column: 0, slice };
}
