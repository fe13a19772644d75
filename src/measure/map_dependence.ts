import { correlate } from "../analysis/trial/map_change.ts";
import type { PhotoDependence } from "../tally/photo_dependence.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";

/** The maps of a layer on a photo as it is, and without something; null where it was not run so. */
export interface VariedMaps {
  /** [kernels, …space]. */
  readonly maps: Tensor;
  readonly grey: Tensor | null;
  readonly blurred: Tensor | null;
}

/** Compares the maps of a layer on a photo with those of the photo without something. */
export function measureDependence({ maps, grey, blurred }: VariedMaps): PhotoDependence {
  return { colour: measureUnexplained(maps, grey), detail: measureUnexplained(maps, blurred) };
}

// 1 − r²: the share of a map's variance that no line through the other one explains.
function measureUnexplained(before: Tensor, after: Tensor | null): Float32Array | null {
  if (after === null || String(before.dims) !== String(after.dims)) return null;
  return Float32Array.from({ length: before.dims[0]! }, (_, kernel) => {
    const r = correlate(sliceAt(before, kernel).data, sliceAt(after, kernel).data);
    return r === null ? NaN : round(1 - r * r);
  });
}

// No share is known better than that.
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
