import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { Rows } from "./inner_products.ts";

/** Kernels scaled to the norm 1, a row a kernel. */
export interface UnitKernels extends Rows {
  /** Which kernels have a direction; the rows of the others, zero or not finite, are zeros. */
  readonly directed: readonly boolean[];
}

/** Scales the kernels [out, …] to the norm 1, so that an inner product is a cosine. */
export function toUnitKernels({ data, dims: [count = 0, ...dims] }: Tensor): UnitKernels {
  const length = countElements(dims);
  const units = new Float32Array(data.length);
  const directed = Array.from({ length: count }, (_, k) => {
    const [start, end] = [k * length, (k + 1) * length];
    let squares = 0;
    for (let i = start; i < end; i++) squares += data[i]! * data[i]!;
    const norm = Math.sqrt(squares);
    if (norm === 0 || !Number.isFinite(norm)) return false;
    for (let i = start; i < end; i++) units[i] = data[i]! / norm;
    return true;
  });
  return { data: units, count, length, directed };
}
