import { dot } from "../../tensor/dot.ts";
import type { PhotoPlanes } from "./photo_planes.ts";

/**
 * Measures how a map goes with the edges of the photo: |r|, Pearson's
 * correlation with the magnitude of Sobel's gradient of its luma.
 *
 * @param unit The map, centred and of length 1; null for a map that has no such form.
 */
export function measureEdgeCorrelation(
  unit: Float64Array | null,
  { edges }: Pick<PhotoPlanes, "edges">,
): number | null {
  return unit && edges && Math.min(1, Math.abs(dot(unit, edges)));
}
