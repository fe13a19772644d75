import assert from "node:assert/strict";
import { cutSlices, layoutSheet, type Slices } from "../../src/raster/sheet.ts";

// [what, dims, slices]
const cuts: readonly [string, readonly number[], Slices][] = [
  ["a picture for two axes of space", [8, 3, 4, 5], { count: 8, slices: 3, height: 4, width: 5 }],
  ["a row for one", [8, 3, 5], { count: 8, slices: 3, height: 1, width: 5 }],
  ["a picture for each depth of three", [8, 3, 2, 4, 5], {
    count: 8,
    slices: 6,
    height: 4,
    width: 5,
  }],
];

for (const [what, dims, slices] of cuts) {
  Deno.test(`cutSlices() gives ${what}`, () => {
    assert.deepEqual(cutSlices(dims), slices);
  });
}

// [count of slices, slice's side, layout]
const layouts: readonly [number, number, ReturnType<typeof layoutSheet>][] = [
  [1, 3, { columns: 1, gap: 0, width: 3, height: 3 }],
  [2, 3, { columns: 2, gap: 1, width: 7, height: 3 }],
  [5, 3, { columns: 3, gap: 1, width: 11, height: 7 }],
  [64, 3, { columns: 8, gap: 1, width: 31, height: 31 }],
  [64, 1, { columns: 8, gap: 0, width: 8, height: 8 }],
];

for (const [count, side, layout] of layouts) {
  Deno.test(`layoutSheet() of ${count} slices of ${side} x ${side} pixels`, () => {
    assert.deepEqual(layoutSheet({ slices: count, width: side, height: side }), layout);
  });
}

Deno.test("layoutSheet() has room for every slice and no empty row", () => {
  for (let count = 1; count <= 300; count++) {
    const { columns, gap, width, height } = layoutSheet({ slices: count, width: 2, height: 3 });
    const rows = (height + gap) / (3 + gap);
    assert.equal(width, columns * (2 + gap) - gap);
    assert(columns * rows >= count);
    assert(columns * (rows - 1) < count);
  }
});
