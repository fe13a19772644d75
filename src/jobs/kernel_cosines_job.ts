import { type KernelCosines, measureCosines } from "../analysis/comparison/kernel_cosines.ts";
import type { Job } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The kernels of two layers, [out, in, …kernelShape]. */
export interface KernelsOfTwo {
  readonly a: Tensor;
  readonly b: Tensor;
}

/** Measures how alike the kernels of two layers are. */
export const kernelCosinesJob: Job<KernelsOfTwo, KernelCosines> = {
  name: "kernel cosines",
  work: ({ a, b }) => Promise.resolve(measureCosines(a, b)),
};
