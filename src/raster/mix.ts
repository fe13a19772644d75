import { findStrongestSlices, STRONGEST_WEIGHTS } from "../tensor/strongest_slices.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import type { PaintOptions } from "./paint.ts";
import type { Raster, Size } from "./raster.ts";
import { fillPart, paintTiles } from "./tile_grid.ts";

/** Where the bars of a tile stand, in pixels. */
export interface Bars {
  readonly count: number;
  /** The left side of the first one. */
  readonly left: number;
  readonly width: number;
  /** From one to the next. */
  readonly step: number;
}

const HALF = 13;

/** The tile of a kernel of single weights: bars that stand on its middle, or hang from there. */
export const MIX_TILE: Size = { width: 2 * HALF, height: 2 * HALF };

const WIDEST_STEP = 6;
const GAP = 1;

/** Lays out the bars of the strongest of so many weights. */
export function layoutBars(weights: number): Bars {
  const count = Math.min(weights, STRONGEST_WEIGHTS);
  const step = Math.min(WIDEST_STEP, Math.floor(MIX_TILE.width / count));
  const left = Math.floor((MIX_TILE.width - count * step + GAP) / 2);
  return { count, left, width: step - GAP, step };
}

// As far from black and white as keeps their colours bright.
const [BELOW, ZERO, ABOVE] = [0.15, 0.5, 0.85];

/**
 * Paints kernels of single weights [out, in, 1, …] as bars, a tile a kernel: its strongest weights,
 * largest first, upwards and light above zero, downwards and dark below. The largest is as high as
 * half the tile.
 */
export function paintMix(kernels: Tensor, options: PaintOptions): Raster {
  const [count = 0, inputs = 1] = kernels.dims;
  const { left, width, step, count: most } = layoutBars(inputs);
  return paintTiles({ ...MIX_TILE, count, channels: 1 }, options, (raster, k, place) => {
    fillPart(raster, { ...place, ...MIX_TILE }, ZERO);
    const weights = sliceAt(kernels, k).data;
    const { slices } = findStrongestSlices(weights, inputs, most);
    const largest = Math.abs(weights[slices[0]!]!);
    slices.forEach((input, i) => {
      const share = weights[input]! / largest;
      if (!(Math.abs(share) <= 1)) return; // of zeros, or not finite
      const height = Math.ceil(Math.abs(share) * HALF);
      const top = place.top + (share > 0 ? HALF - height : HALF);
      const corner = { ...place, left: place.left + left + i * step, top };
      fillPart(raster, { ...corner, width, height }, share > 0 ? ABOVE : BELOW);
    });
  });
}
