import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "./kernel_measures.ts";

/**
 * Measures how the weights of each kernel [outChannels, …] balance: Σ w / Σ |w|, 1 where all are
 * positive and −1 where all are negative; null for a kernel of zeros or of what is not finite.
 */
export function measureBalance(kernels: Tensor): Values {
  return Array.from({ length: kernels.dims[0] ?? 0 }, (_, k) => {
    const { data } = sliceAt(kernels, k);
    let sum = 0;
    let size = 0;
    for (let i = 0; i < data.length; i++) {
      sum += data[i]!;
      size += Math.abs(data[i]!);
    }
    return Number.isFinite(size) && size > 0 ? sum / size : null;
  });
}
