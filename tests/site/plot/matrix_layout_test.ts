import assert from "node:assert/strict";
import { findRow, findWeight, layoutMatrix, NORMS } from "../../../src/site/plot/matrix_layout.ts";

// [what, columns and rows of the picture, how large they stand]
const sizes: readonly [string, readonly number[], readonly number[]][] = [
  ["a large one as it is", [512, 500], [512, 500]],
  ["a small one enlarged by whole pixels", [200, 100], [400, 200]],
  ["few rows higher than wide", [512, 64], [512, 128]],
  ["few columns wider than high", [20, 512], [120, 512]],
  ["a tiny one no larger than can be taken in", [4, 2], [64, 32]],
];

for (const [what, [width = 0, height = 0], shown] of sizes) {
  Deno.test(`layoutMatrix() shows ${what}, with room for the norms`, () => {
    const { matrix, whole } = layoutMatrix({ width, height });
    assert.deepEqual([matrix.width, matrix.height], shown);
    const beside = NORMS.gap + NORMS.length;
    assert.deepEqual([whole.width, whole.height], shown.map((side) => side + beside));
  });
}

const order = { output: [2, 0, 1], input: [3, 1, 0, 2] };

Deno.test("findWeight() finds the kernel of a row and the input of a column", () => {
  assert.deepEqual(findWeight(order, { x: 0, y: 0 }), { k: 2, input: 3 });
  assert.deepEqual(findWeight(order, { x: 0.99, y: 0.99 }), { k: 1, input: 2 });
  assert.deepEqual(findWeight(order, { x: 0.25, y: 0.34 }), { k: 0, input: 1 });
});

Deno.test("findWeight() finds none on the bars of the norms, nor beyond", () => {
  for (const [x, y] of [[1, 0.5], [0.5, 1.01], [-0.01, 0.5], [0.5, -0.2]] as const) {
    assert.equal(findWeight(order, { x, y }), null);
  }
});

Deno.test("findRow() finds where the row of a kernel stands", () => {
  const layout = layoutMatrix({ width: 4, height: 3 });
  assert.deepEqual(findRow(order, layout, 1), { top: 32, height: 16 });
  assert.equal(findRow(order, layout, 9), null);
});
