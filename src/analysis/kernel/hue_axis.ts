import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { measureChroma } from "./chroma.ts";

/** The chroma below which a kernel is grey, and its hue an accident. */
export const LEAST_HUE_CHROMA = 0.05;

const ROOT_6 = Math.sqrt(6);

/**
 * Measures the axis of opponent colours along which a kernel varies most, in degrees from 0 up to
 * 180: 0 is red–cyan, 60 yellow–blue, 120 green–magenta.
 *
 * The weights of each cell, a vector (r, g, b), are projected on the plane orthogonal to (1, 1, 1):
 *
 *     a = (2r − g − b)/√6,  b = (g − b)/√2,  angle = ½ atan2(2 Σab, Σa² − Σb²)
 *
 * which is the first axis of their principal components about zero. An axis has no sign: red on
 * cyan and cyan on red are alike.
 *
 * @param kernel The finite weights [3, …kernelShape], in pixel space.
 * @returns null where the kernel does not read three channels, is grey, or has no axis that leads.
 */
export function measureHueAxis(kernel: Tensor): number | null {
  const chroma = measureChroma(kernel);
  if (chroma === null || chroma < LEAST_HUE_CHROMA) return null;
  const { data, dims } = kernel;
  const size = countElements(dims.slice(1));
  let difference = 0; // Σa² − Σb²
  let product = 0; // Σab
  let energy = 0; // Σa² + Σb²
  for (let i = 0; i < size; i++) {
    const red = data[i]!;
    const green = data[size + i]!;
    const blue = data[2 * size + i]!;
    const a = (2 * red - green - blue) / ROOT_6;
    const b = (green - blue) / Math.SQRT2;
    difference += a * a - b * b;
    product += a * b;
    energy += a * a + b * b;
  }
  if (Math.hypot(difference, 2 * product) < 1e-6 * energy) return null; // a circle
  return (Math.atan2(2 * product, difference) * 90 / Math.PI + 180) % 180;
}
