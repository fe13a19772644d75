import assert from "node:assert/strict";
import { findMapMaxima, takeMapMaxima } from "../../../src/visit/tuning/map_maxima.ts";
import { countingTensor } from "../../support/tensors.ts";

Deno.test("findMapMaxima() looks at the cells that count", () => {
  const maps = countingTensor([2, 4, 5]);
  const all = { rows: { from: 0, past: 4 }, columns: { from: 0, past: 5 }, inside: true };
  const last = (k: number): number => maps.data[20 * k + 19]!;
  assert.deepEqual([...findMapMaxima(maps, all)], [last(0), last(1)]);
  const some = { ...all, rows: { from: 1, past: 3 }, columns: { from: 0, past: 2 } };
  assert.deepEqual([...findMapMaxima(maps, some)], [maps.data[11], maps.data[31]]);
});

Deno.test("findMapMaxima() passes over what is no number", () => {
  const maps = { data: Float32Array.from([1, NaN, 3, NaN]), dims: [2, 1, 2] };
  const cells = { rows: { from: 0, past: 1 }, columns: { from: 0, past: 2 }, inside: true };
  assert.deepEqual([...findMapMaxima(maps, cells)], [1, 3]);
});

Deno.test("takeMapMaxima() takes the largest numbers, or none where a mean is not finite", () => {
  const told = { data: Float32Array.from([3, 1, -2, -4]), dims: [2, 2, 1] };
  assert.deepEqual(takeMapMaxima(told), Float32Array.from([3, -2]));
  for (const mean of [NaN, Infinity, -Infinity]) {
    const data = Float32Array.from([3, 1, -2, mean]);
    assert.equal(takeMapMaxima({ ...told, data }), null);
  }
});
