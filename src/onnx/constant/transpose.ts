import { countElements, type Tensor } from "../../tensor/tensor.ts";

/** Permutes the axes of a tensor: axis i of the result is axis `order[i]` of `tensor`. */
export function transpose(tensor: Tensor, order: readonly number[]): Tensor {
  const dims = order.map((axis) => tensor.dims[axis]!);
  const steps = order.map((axis) => countElements(tensor.dims.slice(axis + 1)));
  const data = new Float32Array(tensor.data.length);
  const index = dims.map(() => 0);
  let from = 0;
  for (let to = 0; to < data.length; to++) {
    data[to] = tensor.data[from]!;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      from += steps[axis]!;
      if (++index[axis]! < dims[axis]!) break;
      from -= steps[axis]! * dims[axis]!;
      index[axis] = 0;
    }
  }
  return { data, dims };
}
