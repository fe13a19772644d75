import assert from "node:assert/strict";
import {
  coarsenMaps,
  countCoarseCells,
  planCoarseness,
} from "../../../src/analysis/family/coarse_maps.ts";
import { countingTensor } from "../../support/tensors.ts";

Deno.test("coarsenMaps() averages every map to few cells", () => {
  const { data, dims } = coarsenMaps(countingTensor([2, 4, 4]), 2);
  assert.deepEqual(dims, [2, 4]);
  assert.deepEqual([...data], [2.5, 4.5, 10.5, 12.5, 18.5, 20.5, 26.5, 28.5]);
});

Deno.test("coarsenMaps() leaves maps of few cells as they are, those without space too", () => {
  const small = countingTensor([2, 2, 3]);
  assert.deepEqual([...coarsenMaps(small, 8).data], [...small.data]);
  assert.deepEqual(coarsenMaps(countingTensor([5]), 8).dims, [5, 1]);
});

Deno.test("coarsenMaps() takes the depths of a map one below the other, and sound as a row", () => {
  assert.deepEqual(coarsenMaps(countingTensor([1, 2, 3, 4]), 2).dims, [1, 4]);
  assert.deepEqual([...coarsenMaps(countingTensor([1, 6]), 2).data], [1, 4]);
});

Deno.test("countCoarseCells() counts the cells of a map made coarse", () => {
  for (const dims of [[3, 20, 5], [3, 2, 2], [3, 9], [3], [3, 4, 4, 4]]) {
    const { dims: [, cells] } = coarsenMaps(countingTensor(dims), 8);
    assert.equal(countCoarseCells(dims.slice(1), 8), cells, `${dims}`);
  }
});

Deno.test("planCoarseness() keeps what is compared of a map below a bound, whatever the photos", () => {
  assert.deepEqual(planCoarseness(1), { side: 8, every: 1 });
  assert.deepEqual(planCoarseness(64), { side: 8, every: 1 });
  assert.deepEqual(planCoarseness(256), { side: 4, every: 1 });
  for (const photos of [1, 3, 65, 100, 255, 257, 1000, 50_000]) {
    const { side, every } = planCoarseness(photos);
    assert.ok(Math.ceil(photos / every) * side ** 2 <= 4096, `${photos} photos`);
  }
});
