import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { measureNorm } from "./norm.ts";

/**
 * Measures how colourful a kernel is: the share of its energy outside the grey axis.
 *
 *     1 − ‖W · (1, 1, 1)/√3‖² / ‖W‖², from 0 to 1
 *
 * 0 weighs red, green and blue alike everywhere; 1 sees nothing of a grey photo.
 *
 * @param kernel The finite weights [3, …kernelShape], in pixel space.
 * @returns null where the kernel does not read three channels or is zero.
 */
export function measureChroma({ data, dims }: Tensor): number | null {
  const norm = measureNorm(data);
  if (dims[0] !== 3 || norm === 0) return null;
  const size = countElements(dims.slice(1));
  let squares = 0; // of the part off the grey axis, which does not cancel as 1 − … would
  for (let i = 0; i < size; i++) {
    const redGreen = data[i]! - data[size + i]!;
    const greenBlue = data[size + i]! - data[2 * size + i]!;
    const blueRed = data[2 * size + i]! - data[i]!;
    squares += redGreen * redGreen + greenBlue * greenBlue + blueRed * blueRed;
  }
  return Math.min(1, squares / 3 / norm ** 2);
}
