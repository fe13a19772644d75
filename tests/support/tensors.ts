import { countElements, createTensor, type Tensor } from "../../src/tensor/tensor.ts";
import type { Random } from "./random.ts";

/** Makes a tensor of random numbers from `low` up to `high`. */
export function randomTensor(random: Random, dims: readonly number[], low = 0, high = 1): Tensor {
  return createTensor(random.floats(countElements(dims), low, high), dims);
}

/** Makes a tensor of the numbers 0, 1, 2 and so on. */
export function countingTensor(dims: readonly number[]): Tensor {
  return createTensor(Float32Array.from({ length: countElements(dims) }, (_, i) => i), dims);
}
