import assert from "node:assert/strict";
import { measureMaps } from "../../../src/analysis/map/map_measures.ts";
import { preparePhoto, shrinkPhoto } from "../../../src/analysis/map/photo_planes.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

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

Deno.test("measureMaps() compares maps with the photo that is given", () => {
  const data = Uint8Array.from({ length: 16 * 3 }, (_, i) => 5 * i % 251);
  const photo = preparePhoto({ height: 4, width: 4, channels: 3, data });
  const red = Float32Array.from({ length: 16 }, (_, i) => data[3 * i]!);
  const maps = {
    data: Float32Array.of(...red, ...new Array(16).fill(7), ...red.with(3, NaN)),
    dims: [3, 4, 4],
  };
  const { keepsPicture, luma, edges } = measureMaps(maps, shrinkPhoto(photo, photo));
  assert(Math.abs(keepsPicture[0]! - 1) < 1e-12);
  assert(luma[0]! > 0.1 && luma[0]! <= 1 && edges[0]! >= 0 && edges[0]! <= 1);
  for (const column of [keepsPicture, luma, edges]) assert.deepEqual(column.slice(1), [null, null]);
});

Deno.test("measureMaps() leaves the comparison out without a photo and without two axes", () => {
  const data = Uint8Array.from({ length: 16 }, (_, i) => i);
  const photo = preparePhoto({ height: 4, width: 4, channels: 1, data });
  const planes = shrinkPhoto(photo, photo);
  const random = createRandom(43);
  const runs = [
    measureMaps(randomTensor(random, [2, 4, 4])),
    measureMaps(randomTensor(random, [2, 16]), planes),
    measureMaps(randomTensor(random, [2, 1, 4, 4]), planes),
  ];
  for (const { keepsPicture, luma, edges, entropy } of runs) {
    assert.deepEqual([keepsPicture, luma, edges], new Array(3).fill([null, null]));
    assert(entropy.every((bits) => bits! > 0));
  }
});

Deno.test("measureMaps() refuses a photo of another size than the maps", () => {
  const data = new Uint8Array(16);
  const photo = preparePhoto({ height: 4, width: 4, channels: 1, data });
  assert.throws(
    () => measureMaps(randomTensor(createRandom(44), [2, 4, 3]), shrinkPhoto(photo, photo)),
    {
      name: "RangeError",
      message: "Cannot compare maps of 3 x 4 cells with photo: it has 4 x 4",
    },
  );
});

Deno.test("measureMaps() finds no deviation and no entropy in a single cell", () => {
  const { min, mean, std, entropy, negatives } = measureMaps({
    data: Float32Array.of(-2, 5),
    dims: [2, 1, 1],
  });
  assert.deepEqual([min, mean, negatives], [[-2, 5], [-2, 5], [1, 0]]);
  assert.deepEqual([std, entropy], [[null, null], [null, null]]);
});
