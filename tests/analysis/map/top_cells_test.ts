import assert from "node:assert/strict";
import {
  type Cell,
  findTopCells,
  type MarkedCell,
  mergeTopCells,
  type TopCellsOptions,
} from "../../../src/analysis/map/top_cells.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";

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

// One cell after another, of all that are left.
function chooseTop(
  { data, dims: [, height = 0, width = 0] }: Tensor,
  { count, apart, isLast = () => false }: TopCellsOptions,
): Cell[] {
  const cells = Array.from(data, (value, i) => {
    return { x: i % width, y: Math.floor(i / width) % height, value };
  });
  const sorted = cells.filter(({ value }) => value > 0 && value < Infinity)
    .toSorted((a, b) => Number(isLast(a.x, a.y)) - Number(isLast(b.x, b.y)) || b.value - a.value);
  const found: Cell[] = [];
  for (const { x, y, value } of sorted) {
    const isFree = found.every((cell) =>
      Math.max(Math.abs(cell.x - x), Math.abs(cell.y - y)) >= apart
    );
    if (isFree && found.length < count) found.push({ x, y, value });
  }
  return found;
}

Deno.test("findTopCells() finds what sorting all cells finds, ties and damage among them", () => {
  const random = createRandom(98);
  for (const apart of [0.4, 1, 1.5, 2, 3, 20]) {
    const data = random.floats(7 * 9, -0.5, 1).map((value) => Math.round(9 * value));
    [data[4], data[30], data[60]] = [NaN, Infinity, -Infinity];
    const maps = { data, dims: [1, 7, 9] };
    for (const isLast of [undefined, (x: number, y: number) => x === 0 || y > 4, () => true]) {
      const options = { count: 9, apart, ...(isLast && { isLast }) };
      assert.deepEqual(findTopCells(maps, options), [chooseTop(maps, options)]);
    }
  }
});

Deno.test("mergeTopCells() can put cells on the padding behind all others", () => {
  const cell = (value: number, onPadding: boolean): MarkedCell => ({
    x: 0,
    y: 0,
    value,
    onPadding,
  });
  const cat = { photo: "cat", top: [[cell(9, true), cell(2, false)]] };
  const dog = { photo: "dog", top: [[cell(5, false), cell(1, true)]] };
  const merge = (last: boolean): number[] =>
    listValues(mergeTopCells(mergeTopCells(null, cat, { last }), dog, { last }));
  assert.deepEqual(merge(false), [9, 5, 2, 1]);
  assert.deepEqual(merge(true), [5, 2, 9, 1]);
});
