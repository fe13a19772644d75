import { countElements, type Tensor } from "../../tensor/tensor.ts";

/**
 * Turns the weights of a convolution to those of one the other way: [a, b / group, …] to [b, a /
 * group, …], where number j of group g holds what the group's others hold at j.
 */
export function turnWeights(weights: Tensor, group: number): Tensor {
  const [count = 0, perGroup = 0, ...kernelShape] = weights.dims;
  const size = countElements(kernelShape);
  const others = count / group;
  const data = new Float32Array(weights.data.length);
  for (let k = 0; k < perGroup * group; k++) {
    const first = Math.floor(k / perGroup) * others;
    for (let c = 0; c < others; c++) {
      const from = ((first + c) * perGroup + k % perGroup) * size;
      data.set(weights.data.subarray(from, from + size), (k * others + c) * size);
    }
  }
  return { data, dims: [perGroup * group, others, ...kernelShape] };
}

/** Reverses the weights [a, b, …] of every slice, along all its axes. */
export function reverseWeights({ data, dims }: Tensor): Tensor {
  const size = countElements(dims.slice(2));
  if (size === 1) return { data, dims };
  const reversed = data.slice();
  for (let first = 0; first < data.length; first += size) {
    reversed.subarray(first, first + size).reverse();
  }
  return { data: reversed, dims };
}
