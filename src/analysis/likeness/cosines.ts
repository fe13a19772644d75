import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { MOST_PRODUCTS, multiplyRows, pickRows } from "./inner_products.ts";
import { toUnitKernels, type UnitKernels } from "./unit_kernels.ts";

/** How alike the kernels of a layer are, in place. */
export interface Cosines {
  /** The kernels, scaled to the norm 1. */
  readonly units: UnitKernels;
  /** Those that have a direction: they are neither zero nor damaged. */
  readonly directed: readonly number[];
  /** The cosine of every two of these: [directed, directed]. */
  readonly values: Float32Array;
}

/** How much comparing kernels may do. */
export interface CosinesOptions {
  /**
   * How many products of two weights may be formed.
   *
   * @default {1e10}
   */
  readonly mostProducts?: number;
}

/** Compares every two kernels [out, in, …kernelShape]; null where that is too much work. */
export function compareKernels(kernels: Tensor, options: CosinesOptions = {}): Cosines | null {
  const { mostProducts = MOST_PRODUCTS } = options;
  const [count = 0, ...dims] = kernels.dims;
  if (count ** 2 / 2 * countElements(dims) > mostProducts) return null;
  const units = toUnitKernels(kernels);
  const { rows, kernels: directed } = pickRows(units, (k) => units.directed[k]!);
  return { units, directed, values: multiplyRows(rows, rows) };
}

/** Finds how far apart kernels are, 1 − cos: 0 at least, where rounding brought a cosine above 1. */
export function toDistances(cosines: Float32Array): Float32Array {
  const distances = new Float32Array(cosines.length);
  for (let i = 0; i < cosines.length; i++) distances[i] = Math.max(0, 1 - cosines[i]!);
  return distances;
}
