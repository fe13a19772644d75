import assert from "node:assert/strict";
import { measureMaps } from "../../src/analysis/map_measures.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

Deno.test("measureMaps() gives one value a map in every column", () => {
  const measures = measureMaps(randomTensor(createRandom(42), [6, 5, 4], -1, 1));
  for (const [name, column] of Object.entries(measures)) assert.equal(column.length, 6, name);
});

Deno.test("measureMaps() measures maps of known numbers", () => {
  const maps = {
    data: Float32Array.of(
      ...[0, 0, 0, 4], // mostly zeros
      ...[-1, -1, 1, 1], // half below 0
      ...[5, 5, 5, 5], // flat
      ...[NaN, 0, Infinity, -2], // damaged
      ...[NaN, NaN, NaN, NaN],
    ),
    dims: [5, 2, 2],
  };
  const { min, max, mean, std, zeros, negatives, nonFinite } = measureMaps(maps);
  assert.deepEqual(min, [0, -1, 5, -2, null]);
  assert.deepEqual(max, [4, 1, 5, 0, null]);
  assert.deepEqual(mean, [1, 0, 5, -1, null]);
  assert.deepEqual(std, [Math.sqrt(3), 1, 0, 1, null]);
  assert.deepEqual(zeros, [0.75, 0, 0, 0.25, 0]);
  assert.deepEqual(negatives, [0, 0.5, 0, 0.25, 0]);
  assert.deepEqual(nonFinite, [0, 0, 0, 2, 4]);
});
