import { countElements, type Tensor } from "./tensor.ts";

/** Puts one axis of a tensor before the others, which keep their order. */
export function moveToFront(tensor: Tensor, axis: number): Tensor {
  const { data, dims } = tensor;
  if (axis === 0) return tensor;
  const before = countElements(dims.slice(0, axis));
  const count = dims[axis]!;
  const after = countElements(dims.slice(axis + 1));
  const moved = new Float32Array(data.length);
  for (let c = 0; c < count; c++) {
    for (let b = 0; b < before; b++) {
      const from = (b * count + c) * after;
      moved.set(data.subarray(from, from + after), (c * before + b) * after);
    }
  }
  return { data: moved, dims: [count, ...dims.slice(0, axis), ...dims.slice(axis + 1)] };
}

/** Turns rows of numbers into columns. */
export function transposeMatrix(data: Float32Array, rows: number): Float32Array {
  const columns = data.length / rows;
  const turned = new Float32Array(data.length);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) turned[column * rows + row] = data[i]!;
  }
  return turned;
}
