import type { Rows } from "../likeness/inner_products.ts";
import { toUnitKernels } from "../likeness/unit_kernels.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";

/** Scales maps [channels, …space], each less its mean, to the norm 1: products are correlations. */
export function toCentredRows({ data, dims }: Tensor): Rows {
  const [count = 0, ...space] = dims;
  const length = countElements(space);
  const centred = new Float32Array(data.length);
  for (let k = 0; k < count; k++) {
    const row = data.subarray(k * length, (k + 1) * length);
    const mean = row.reduce((sum, value) => sum + value, 0) / length;
    if (row.every((value) => value === row[0])) continue; // rounding is no pattern
    for (let i = 0; i < length; i++) centred[k * length + i] = row[i]! - mean;
  }
  return toUnitKernels({ data: centred, dims });
}
