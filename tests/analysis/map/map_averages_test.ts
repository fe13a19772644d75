import assert from "node:assert/strict";
import { averageMaps } from "../../../src/analysis/map/map_averages.ts";
import { type MapMeasures, measureMaps } from "../../../src/analysis/map/map_measures.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

Deno.test("averageMaps() averages each channel over the photos that have a value", () => {
  const photo = measureMaps(randomTensor(createRandom(82), [3, 2, 2]));
  const photos: MapMeasures[] = [
    { ...photo, keepsPicture: [0.5, null, 0.1], mean: [1, 2, 3] },
    { ...photo, keepsPicture: [0.7, null, null], mean: [3, 4, 5] },
  ];
  const { keepsPicture, mean } = averageMaps(photos);
  assert.deepEqual(keepsPicture, [0.6, null, 0.1]);
  assert.deepEqual(mean, [2, 3, 4]);
});

Deno.test("averageMaps() of one photo is that photo", () => {
  const { min: _min, max: _max, nonFinite: _nonFinite, ...photo } = measureMaps(
    randomTensor(createRandom(83), [5, 3, 3], -1, 1),
  );
  assert.deepEqual(averageMaps([photo as MapMeasures]), photo);
});

Deno.test("averageMaps() of no photo has no channel", () => {
  assert.deepEqual(averageMaps([]).keepsPicture, []);
});
