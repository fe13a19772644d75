import { maxIndex } from "../tensor/d3_array.ts";

/** Picks the kernel for which a number is largest, of equal ones the first; none is larger than unknown. */
export function pickKernel(
  kernels: readonly number[],
  rate: (k: number) => number | null | undefined,
): number {
  return kernels[Math.max(0, maxIndex(kernels, rate))]!;
}
