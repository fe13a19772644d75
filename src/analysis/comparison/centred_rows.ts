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
    const mean = findMean(row);
    for (let i = 0; mean !== null && i < length; i++) centred[k * length + i] = row[i]! - mean;
  }
  return toUnitKernels({ data: centred, dims });
}

// Null where all is the same: what rounding leaves is no pattern.
function findMean(row: Float32Array): number | null {
  let [sum, isEven] = [0, true];
  for (let i = 0; i < row.length; i++) {
    sum += row[i]!;
    if (row[i] !== row[0]) isEven = false;
  }
  return isEven ? null : sum / row.length;
}
