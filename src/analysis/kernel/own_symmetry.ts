import type { KernelPlane } from "../spectrum/plane.ts";
import type { EnergySpread } from "./energy_spread.ts";

/**
 * Measures the symmetry of a kernel under a turn by 180° about the middle of its energy, to half a
 * cell: the share of energy in its even part, wherever in the kernel the pattern lies.
 *
 *     ½ + ½ Σ W(x) W(2 middle − x) / ‖W‖²; 1 is even (a line), 0 is odd (an edge)
 *
 * @param weights The finite weights [in, height, width], not all of them 0.
 */
export function measureOwnSymmetry(
  weights: Float32Array,
  { height, width }: KernelPlane,
  middle: Pick<EnergySpread, "x" | "y">,
): number {
  const [across, down] = [Math.round(2 * middle.x), Math.round(2 * middle.y)];
  let product = 0;
  let energy = 0;
  for (let i = 0; i < weights.length; i++) energy += weights[i]! * weights[i]!;
  const [left, right] = [Math.max(0, across - width + 1), Math.min(width - 1, across)];
  const [top, bottom] = [Math.max(0, down - height + 1), Math.min(height - 1, down)];
  for (let start = 0; start < weights.length; start += height * width) {
    for (let y = top; y <= bottom; y++) {
      const row = start + y * width;
      const other = start + (down - y) * width + across; // turned, where x is 0
      for (let x = left; x <= right; x++) product += weights[row + x]! * weights[other - x]!;
    }
  }
  return (1 + product / energy) / 2;
}
