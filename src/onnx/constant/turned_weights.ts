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
