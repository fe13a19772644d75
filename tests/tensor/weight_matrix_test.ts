import assert from "node:assert/strict";
import {
  arrangeMatrix,
  findAveraged,
  findLimit,
  shapeMatrix,
} from "../../src/tensor/weight_matrix.ts";
import { countingTensor } from "../support/tensors.ts";

Deno.test("arrangeMatrix() puts rows and columns into their orders", () => {
  const kernels = { data: Float32Array.of(1, 2, 3, /* kernel 1: */ 4, 5, 6), dims: [2, 3, 1, 1] };
  const { data, dims } = arrangeMatrix(kernels, { output: [1, 0], input: [2, 0, 1] });
  assert.deepEqual(dims, [1, 1, 2, 3]);
  assert.deepEqual([...data], [6, 4, 5, /* kernel 0: */ 3, 1, 2]);
});

Deno.test("arrangeMatrix() leaves at 0 what kernels of other groups read", () => {
  const kernels = { data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8), dims: [4, 2, 1] };
  const { data } = arrangeMatrix(kernels, { output: [1, 0, 2, 3], input: [0, 1, 3, 2] });
  assert.deepEqual([...data], [3, 4, 0, 0, 1, 2, 0, 0, 0, 0, 6, 5, 0, 0, 8, 7]);
});

Deno.test("arrangeMatrix() averages as many neighbours as a bound asks for, fewer at the end", () => {
  const [count, read] = [3, 1025];
  const { data, dims } = arrangeMatrix(countingTensor([count, read, 1, 1]), {
    output: [0, 1, 2],
    input: Array.from({ length: read }, (_, i) => i),
  });
  assert.equal(findAveraged(read), 3);
  assert.deepEqual(dims, [1, 1, 3, 342]);
  assert.deepEqual(dims, shapeMatrix([count, read, 1, 1], 1));
  assert.equal(data[342], read + 1); // of 1025, 1026 and 1027
  assert.equal(data[341], 1023.5); // of the last two
});

Deno.test("findLimit() is three times the root mean square of what is not zero, or the largest", () => {
  const most = Float32Array.from({ length: 100 }, (_, i) => i === 0 ? -20 : i < 50 ? 1 : 0);
  assert.equal(findLimit(most), 3 * Math.sqrt((400 + 49) / 50));
  assert.equal(findLimit(Float32Array.of(2, -2, 0, NaN, Infinity)), 2);
  assert.equal(findLimit(new Float32Array(3)), 0);
});
