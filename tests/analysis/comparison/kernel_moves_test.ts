import assert from "node:assert/strict";
import { arrangeInputs, measureMoves } from "../../../src/analysis/comparison/kernel_moves.ts";
import { countingTensor } from "../../support/tensors.ts";

Deno.test("measureMoves() tells how far each kernel is from its own, and its cosine", () => {
  const a = { data: Float32Array.of(3, 4, 1, 0, 0, 0), dims: [3, 2, 1, 1] };
  const b = { data: Float32Array.of(6, 8, 0, 2, 1, 0), dims: [3, 2, 1, 1] };
  const { moved, cosine } = measureMoves(a, b, null);
  assert.deepEqual(moved, [1, Math.sqrt(5), null]);
  assert.deepEqual(cosine, [1, 0, null]);
});

Deno.test("measureMoves() compares a kernel with that which it goes with", () => {
  const a = countingTensor([3, 2, 1, 2]);
  const turned = { ...a, data: Float32Array.of(8, 9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7) };
  assert.deepEqual(measureMoves(a, turned, [1, 2, 0]).moved, [0, 0, 0]);
});

Deno.test("arrangeInputs() puts the slices of each kernel where those stand that they go with", () => {
  const kernels = countingTensor([2, 3, 1, 2]);
  const { data, dims } = arrangeInputs(kernels, [2, 0, 1]);
  assert.deepEqual([...data], [4, 5, 0, 1, 2, 3, 10, 11, 6, 7, 8, 9]);
  assert.deepEqual(dims, kernels.dims);
  assert.equal(arrangeInputs(kernels, null), kernels);
});
