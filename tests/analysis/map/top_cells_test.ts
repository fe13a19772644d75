import assert from "node:assert/strict";
import {
  findTopCells,
  type MarkedCell,
  mergeTopCells,
} from "../../../src/analysis/map/top_cells.ts";

const row = { data: Float32Array.from([1, 9, 3, 0, 7, 5]), dims: [1, 1, 6] };

function listValues(found: readonly (readonly { readonly value: number }[])[] | null): number[] {
  return found![0]!.map(({ value }) => value);
}

Deno.test("findTopCells() finds the strongest cells above 0, apart from each other", () => {
  assert.deepEqual(listValues(findTopCells(row, { count: 9, apart: 1 })), [9, 7, 5, 3, 1]);
  assert.deepEqual(listValues(findTopCells(row, { count: 9, apart: 2 })), [9, 7]);
  assert.deepEqual(listValues(findTopCells(row, { count: 2, apart: 1 })), [9, 7]);
});

Deno.test("findTopCells() puts some cells behind all others", () => {
  const isLast = (x: number): boolean => x === 1 || x === 5;
  const all = findTopCells(row, { count: 9, apart: 1, isLast });
  assert.deepEqual(listValues(all), [7, 3, 1, 9, 5]);
  assert.deepEqual(listValues(findTopCells(row, { count: 2, apart: 1, isLast })), [7, 3]);
});

Deno.test("mergeTopCells() can put cells on the padding behind all others", () => {
  const cell = (value: number, onPadding: boolean): MarkedCell => ({
    x: 0,
    y: 0,
    value,
    onPadding,
  });
  const photos = [
    { photo: "cat", top: [[cell(9, true), cell(2, false)]] },
    { photo: "dog", top: [[cell(5, false), cell(1, true)]] },
  ];
  assert.deepEqual(listValues(mergeTopCells(photos)), [9, 5, 2, 1]);
  assert.deepEqual(listValues(mergeTopCells(photos, { last: true })), [5, 2, 9, 1]);
});
