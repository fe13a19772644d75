import assert from "node:assert/strict";
import type { PlacedPhoto } from "../../src/dataset/shard.ts";
import { divideOrders } from "../../src/measure/photo_order.ts";

function listPhotos(sizes: readonly number[]): PlacedPhoto[] {
  return sizes.map((bytes, place) => {
    const path = `${place}.jpg`;
    return { path, file: path, bytes, place, label: null, start: null };
  });
}

const divide = (sizes: readonly number[], batch: number): number[][] =>
  divideOrders(listPhotos(sizes), batch).map((order) => order.map(({ place }) => place));

Deno.test("divideOrders() gives whole batches, in the order of the photos", () => {
  const sizes = Array<number>(11).fill(100);
  assert.deepEqual(divide(sizes, 1), [[0, 1, 2, 3, 4, 5, 6, 7], [8, 9, 10]]);
  assert.deepEqual(divide(sizes, 3), [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]);
  assert.deepEqual(divide(sizes, 10), [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [10]]);
  assert.deepEqual(divide([], 8), []);
});

Deno.test("divideOrders() holds few large files at a time", () => {
  const [large, small] = [10 * 2 ** 20, 100];
  assert.deepEqual(divide([large, small, large, large, small, 3 * large, small], 8), [
    [0, 1],
    [2],
    [3, 4],
    [5],
    [6],
  ]);
});
