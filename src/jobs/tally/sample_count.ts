import type { Tensor } from "../../tensor/tensor.ts";

/** Counts the samples that each photo became on the way, of so many that were fed. */
export function countSamples({ dims: [count = 1] }: Tensor, fed: number): number {
  return count % fed === 0 ? count / fed : 1;
}
