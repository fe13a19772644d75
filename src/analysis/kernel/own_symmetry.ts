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
  let [product, energy] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    energy += weight * weight;
    const x = across - i % width;
    const y = down - Math.floor(i / width) % height;
    if (x < 0 || x >= width || y < 0 || y >= height) continue;
    product += weight * weights[i + (y - Math.floor(i / width) % height) * width + x - i % width]!;
  }
  return (1 + product / energy) / 2;
}
