import type { KernelPlane } from "../spectrum/plane.ts";
import type { EnergySpread } from "./energy_spread.ts";

/**
 * Measures how round a kernel is: the share of its energy that stays when every input channel is
 * averaged over rings about the middle of its energy.
 *
 *     Σ_c Σ_r (Σ_{x in ring r} W_c(x))² / n_r ÷ ‖W‖², ring r: the n_r cells |x − middle| away, rounded
 *
 * 1 is a spot, with or without a surround; an edge or a grating has next to 0.
 *
 * @param weights The finite weights [in, height, width], not all of them 0.
 */
export function measureRoundness(
  weights: Float32Array,
  plane: KernelPlane,
  middle: Pick<EnergySpread, "x" | "y">,
): number {
  const size = plane.height * plane.width;
  const rings = listRings(plane, middle);
  const counts = new Float64Array(size + 1);
  for (const ring of rings) counts[ring]!++;
  let [round, energy] = [0, 0];
  for (let start = 0; start < weights.length; start += size) {
    const sums = new Float64Array(size + 1);
    for (let i = 0; i < size; i++) {
      const weight = weights[start + i]!;
      sums[rings[i]!]! += weight;
      energy += weight * weight;
    }
    sums.forEach((sum, ring) => round += counts[ring] === 0 ? 0 : sum * sum / counts[ring]!);
  }
  return Math.min(1, round / energy);
}

// To half a cell, so that cells that are equally far are in one ring.
function listRings(
  { height, width }: KernelPlane,
  { x, y }: Pick<EnergySpread, "x" | "y">,
): Int32Array {
  const [middleX, middleY] = [Math.round(2 * x) / 2, Math.round(2 * y) / 2];
  return Int32Array.from({ length: height * width }, (_, i) => {
    const [dx, dy] = [i % width - middleX, Math.floor(i / width) - middleY];
    return Math.round(Math.sqrt(dx * dx + dy * dy));
  });
}
