import type { ConvShape } from "./conv_shape.ts";

// Pages compare every kernel with every other, and show all on one.
const MOST_KERNELS = 1 << 14;

// All maps that a layer reads stand in one picture, and all slices of a kernel in one tile.
const MOST_READ = 1 << 16;

/**
 * Tells what a convolution has more of than can be drawn, kernels or channels that they read; null
 * where it has not.
 */
export function findExcess(
  { outChannels, inChannels }: Pick<ConvShape, "outChannels" | "inChannels">,
): string | null {
  if (outChannels > MOST_KERNELS) {
    return `it has ${outChannels} kernels, at most ${MOST_KERNELS} are drawn`;
  }
  if (inChannels > MOST_READ) {
    return `its kernels read ${inChannels} channels, at most ${MOST_READ} are drawn`;
  }
  return null;
}
