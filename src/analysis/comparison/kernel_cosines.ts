import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/** How alike the kernels of two layers are, those of the same number; as many as both have. */
export interface KernelCosines {
  /** a · b ÷ (‖a‖ ‖b‖); null where either is zero or not finite. */
  readonly cosine: Values;
  /** The cosine of what is left when each has lost its mean; null where either is constant. */
  readonly correlation: Values;
}

/** Measures how alike kernels [out, in, …kernelShape] of two layers are. */
export function measureCosines(a: Tensor, b: Tensor): KernelCosines {
  const count = Math.min(a.dims[0] ?? 0, b.dims[0] ?? 0);
  const pairs = Array.from({ length: count }, (_, k) => [sliceAt(a, k).data, sliceAt(b, k).data]);
  return {
    cosine: pairs.map(([a, b]) => findCosine(a!, b!)),
    correlation: pairs.map(([a, b]) => findCosine(a!, b!, findMean(a!), findMean(b!))),
  };
}

function findMean(numbers: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum / numbers.length;
}

/** Finds the cosine of what is left of two kernels without their means; null where either is zero or not finite. */
export function findCosine(
  a: Float32Array,
  b: Float32Array,
  meanA = 0,
  meanB = 0,
): number | null {
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const one = a[i]! - meanA;
    const other = b[i]! - meanB;
    product += one * other;
    squaresA += one * one;
    squaresB += other * other;
  }
  const norms = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  const cosine = product / norms;
  return norms > 0 && Number.isFinite(cosine) ? Math.max(-1, Math.min(1, cosine)) : null;
}
