import assert from "node:assert/strict";
import { measureKernels } from "../../src/analysis/kernel_measures.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

Deno.test("measureKernels() gives one value a kernel in every column", () => {
  const measures = measureKernels(randomTensor(createRandom(40), [7, 3, 5, 5], -1, 1));
  for (const [name, column] of Object.entries(measures)) assert.equal(column.length, 7, name);
});

Deno.test("measureKernels() measures kernels of known numbers", () => {
  const kernels = {
    data: Float32Array.of(
      ...[1, 1, 1, 1], // a box
      ...[3, -3, 4, -4], // edges
      ...[0, 0, 0, 0], // dead
      ...[2, NaN, -Infinity, 4], // damaged
      ...[NaN, NaN, NaN, NaN],
    ),
    dims: [5, 1, 2, 2],
  };
  const { min, max, mean, norm, nonFinite } = measureKernels(kernels);
  assert.deepEqual(min, [1, -4, 0, 2, null]);
  assert.deepEqual(max, [1, 4, 0, 4, null]);
  assert.deepEqual(mean, [1, 0, 0, 3, null]);
  assert.deepEqual(norm, [2, Math.sqrt(50), 0, Math.sqrt(20), 0]);
  assert.deepEqual(nonFinite, [0, 0, 0, 2, 4]);
});

Deno.test("measureKernels() gives a kernel twice as strong twice the norm", () => {
  const kernels = randomTensor(createRandom(41), [6, 3, 3, 3], -1, 1);
  const doubled = { data: kernels.data.map((weight) => 2 * weight), dims: kernels.dims };
  const twice = measureKernels(kernels).norm.map((norm) => 2 * norm!);
  assert.deepEqual(measureKernels(doubled).norm, twice);
});
