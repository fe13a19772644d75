import { countElements, type Tensor } from "../../tensor/tensor.ts";

/**
 * Measures the symmetry of a kernel under a turn by 180° about its centre: the share of energy in
 * its even part.
 *
 *     ‖(W + W′)/2‖² / ‖W‖², where W′(x) = W(−x); 1 is even (a bar), 0 is odd (an edge)
 *
 * @param kernel The finite weights [in, …kernelShape].
 * @returns null for a kernel of zeros, and for one of a single cell, which has no choice.
 */
export function measureSymmetry({ data, dims }: Tensor): number | null {
  const size = countElements(dims.slice(1));
  let even = 0;
  let energy = 0;
  for (let start = 0; start < data.length; start += size) {
    for (let i = 0; i < size; i++) {
      const weight = data[start + i]!;
      const half = (weight + data[start + size - 1 - i]!) / 2;
      even += half * half;
      energy += weight * weight;
    }
  }
  return size === 1 || energy === 0 ? null : Math.min(1, even / energy);
}
