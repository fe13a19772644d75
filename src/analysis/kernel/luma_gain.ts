import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { measureNorm } from "./norm.ts";

/**
 * Measures the gain of a kernel for an even grey surface, as a share of the largest that a kernel
 * of its norm can have: the DC gain of its luma part.
 *
 *     |Σ_xy W · (1, 1, 1)/√3| / (‖W‖ √(kh kw)), from 0 to 1
 *
 * @param kernel The finite weights [3, …kernelShape], in pixel space.
 * @returns null where the kernel does not read three channels, is zero, or is a single cell.
 */
export function measureLumaGain({ data, dims }: Tensor): number | null {
  const size = countElements(dims.slice(1));
  const norm = measureNorm(data);
  if (dims[0] !== 3 || size === 1 || norm === 0) return null;
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i]!;
  return Math.min(1, Math.abs(sum) / (Math.sqrt(3 * size) * norm));
}
