import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { measureNorm } from "./norm.ts";

/**
 * Measures how much of a kernel averages: its gain for an even surface, as a share of the largest
 * that a kernel of its norm can have.
 *
 *     ‖(Σ_xy W_1, …, Σ_xy W_C)‖ / (‖W‖ √(kh kw)), from 0 to 1
 *
 * 0 is a pure band-pass, which sees nothing of an even surface; 1 is pure averaging. Its square is
 * the share of the energy ‖W‖² that the mean of each slice holds.
 *
 * @param kernel The finite weights [in, …kernelShape].
 * @returns null for a kernel of zeros, and for one of a single cell, which has no choice.
 */
export function measureDcGain({ data, dims }: Tensor): number | null {
  const size = countElements(dims.slice(1));
  const norm = measureNorm(data);
  if (size === 1 || norm === 0) return null;
  let squares = 0;
  for (let start = 0; start < data.length; start += size) {
    let sum = 0;
    for (let i = start; i < start + size; i++) sum += data[i]!;
    squares += sum * sum;
  }
  return Math.min(1, Math.sqrt(squares / size) / norm);
}
