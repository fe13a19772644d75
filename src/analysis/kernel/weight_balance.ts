import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "./kernel_measures.ts";

/**
 * Measures how the weights of each kernel [outChannels, …] balance: Σ w / Σ |w|, 1 where all are
 * positive and −1 where all are negative; null for a kernel of zeros or of what is not finite.
 */
export function measureBalance(kernels: Tensor): Values {
  return Array.from({ length: kernels.dims[0] ?? 0 }, (_, k) => {
    let [sum, size] = [0, 0];
    for (const weight of sliceAt(kernels, k).data) {
      sum += weight;
      size += Math.abs(weight);
    }
    return Number.isFinite(size) && size > 0 ? sum / size : null;
  });
}
