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
  const counts = countCells(rings);
  const sums = new Float64Array(counts.length);
  let round = 0;
  let energy = 0;
  for (let start = 0; start < weights.length; start += size) {
    sums.fill(0);
    for (let i = 0; i < size; i++) {
      const weight = weights[start + i]!;
      sums[rings[i]!]! += weight;
      energy += weight * weight;
    }
    for (let ring = 0; ring < sums.length; ring++) {
      if (counts[ring]! > 0) round += sums[ring]! * sums[ring]! / counts[ring]!;
    }
  }
  return Math.min(1, round / energy);
}

// To half a cell, so that cells that are equally far are in one ring.
function listRings(
  { height, width }: KernelPlane,
  { x, y }: Pick<EnergySpread, "x" | "y">,
): Int32Array {
  const [middleX, middleY] = [Math.round(2 * x) / 2, Math.round(2 * y) / 2];
  const rings = new Int32Array(height * width);
  for (let row = 0, i = 0; row < height; row++) {
    const dy = row - middleY;
    for (let column = 0; column < width; column++, i++) {
      const dx = column - middleX;
      rings[i] = Math.round(Math.sqrt(dx * dx + dy * dy));
    }
  }
  return rings;
}

// How many cells each ring has, out to the last.
function countCells(rings: Int32Array): Float64Array {
  let last = 0;
  for (let i = 0; i < rings.length; i++) if (rings[i]! > last) last = rings[i]!;
  const counts = new Float64Array(last + 1);
  for (let i = 0; i < rings.length; i++) counts[rings[i]!]!++;
  return counts;
}
