import { dot } from "../../tensor/dot.ts";
import type { PhotoPlanes } from "./photo_planes.ts";

/**
 * Measures how much of a map is photo: R² of the least-squares
 * regression, with intercept, of the map on the photo's channels at its size.
 *
 *     R² = Σ (qᵢ · (m − m̄))² / ‖m − m̄‖²,   qᵢ: an orthonormal basis of the centred channels
 *
 * Null for a photo of one colour, and for maps of so few cells that every map would fit.
 *
 * @param unit The map, centred and of length 1; null for a map that has no such form.
 */
export function measureKeepsPicture(
  unit: Float64Array | null,
  { basis }: Pick<PhotoPlanes, "basis">,
): number | null {
  if (unit === null || basis.length === 0 || unit.length - 1 <= basis.length) return null;
  return Math.min(1, basis.reduce((sum, direction) => sum + dot(direction, unit) ** 2, 0));
}
