import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Rows } from "./inner_products.ts";

/** Kernels scaled to the norm 1, a row a kernel. */
export interface UnitKernels extends Rows {
  /** Which kernels have a direction; the rows of the others, zero or not finite, are zeros. */
  readonly directed: readonly boolean[];
}

/** Scales the kernels [out, …] to the norm 1, so that an inner product is a cosine. */
export function toUnitKernels(kernels: Tensor): UnitKernels {
  const [count = 0, ...dims] = kernels.dims;
  const length = countElements(dims);
  const data = new Float64Array(count * length);
  const directed = Array.from({ length: count }, (_, k) => {
    const { data: weights } = sliceAt(kernels, k);
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    if (norm === 0 || !Number.isFinite(norm)) return false;
    for (let i = 0; i < length; i++) data[k * length + i] = weights[i]! / norm;
    return true;
  });
  return { data, count, length, directed };
}
