import type { ConvShape } from "./conv_shape.ts";
import type { Reason } from "../../reason/reason.ts";

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
): Reason | null {
  if (outChannels > MOST_KERNELS) {
    return { code: "too-many-kernels", kernels: outChannels, most: MOST_KERNELS };
  }
  if (inChannels > MOST_READ) {
    return { code: "too-many-channels", channels: inChannels, most: MOST_READ };
  }
  return null;
}
