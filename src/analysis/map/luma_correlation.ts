import { dot } from "../../tensor/dot.ts";
import type { PhotoPlanes } from "./photo_planes.ts";

/**
 * Measures how a map goes with the brightness of the photo: |r|, Pearson's
 * correlation with its luma, whether alike or as a negative.
 *
 * @param unit The map, centred and of length 1; null for a map that has no such form.
 */
export function measureLumaCorrelation(
  unit: Float64Array | null,
  { luma }: Pick<PhotoPlanes, "luma">,
): number | null {
  return unit && luma && Math.min(1, Math.abs(dot(unit, luma)));
}
