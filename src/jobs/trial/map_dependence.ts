import { correlate } from "../../analysis/trial/map_change.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";

/**
 * Measures how much of each map of a layer on a photo, [kernels, …space], goes with something that is
 * taken from the photo: 1 − r², the share of its variance that no line through the map without it
 * explains. Null where they have not the same cells.
 */
export function measureUnexplained(before: Tensor, after: Tensor): Float32Array | null {
  if (String(before.dims) !== String(after.dims)) return null;
  return Float32Array.from({ length: before.dims[0]! }, (_, kernel) => {
    const r = correlate(sliceAt(before, kernel).data, sliceAt(after, kernel).data);
    return r === null ? NaN : round(1 - r * r);
  });
}

// No share is known better than that.
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
