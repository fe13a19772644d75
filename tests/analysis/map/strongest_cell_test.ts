import assert from "node:assert/strict";
import { findStrongestCells } from "../../../src/analysis/map/strongest_cell.ts";

function find(values: readonly number[], dims: readonly number[]): readonly unknown[] {
  return findStrongestCells({ data: Float32Array.from(values), dims });
}

Deno.test("findStrongestCells() finds the largest value of every map", () => {
  const cells = find([1, 5, 2, 3, -4, -1, -2, -3], [2, 2, 2]);
  assert.deepEqual(cells, [{ x: 1, y: 0, value: 5 }, { x: 1, y: 0, value: -1 }]);
});

Deno.test("findStrongestCells() finds the first of equal ones in reading order", () => {
  assert.deepEqual(find([1, 2, 2, 2], [1, 2, 2]), [{ x: 1, y: 0, value: 2 }]);
  assert.deepEqual(find([7, 7, 7, 7], [1, 2, 2]), [{ x: 0, y: 0, value: 7 }]);
});

Deno.test("findStrongestCells() passes over what is not finite", () => {
  assert.deepEqual(find([NaN, Infinity, 3, -Infinity], [1, 2, 2]), [{ x: 0, y: 1, value: 3 }]);
  assert.deepEqual(find([NaN, Infinity], [1, 1, 2]), [null]);
});

Deno.test("findStrongestCells() takes maps of one axis as a row, and counts rows through depths", () => {
  assert.deepEqual(find([1, 4, 2], [1, 3]), [{ x: 1, y: 0, value: 4 }]);
  assert.deepEqual(find([1, 4, 2, 3, 8, 5, 6, 7], [1, 2, 2, 2]), [{ x: 0, y: 2, value: 8 }]);
});
