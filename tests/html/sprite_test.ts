import assert from "node:assert/strict";
import { type Fit, fitZoom } from "../../src/html/sprite.ts";

const grid: Fit = { near: 55, most: 72, shrunk: 66 };

Deno.test("fitZoom() enlarges by whole steps to what is nearest", () => {
  const zooms = [1, 3, 5, 7, 11, 13, 27, 35, 55].map((side) => fitZoom(side, grid));
  assert.deepEqual(zooms, [55, 18, 11, 8, 5, 4, 2, 2, 1]);
});

Deno.test("fitZoom() exceeds nothing: it takes a smaller step, or shrinks", () => {
  assert.equal(fitZoom(25, { ...grid, near: 66 }), 2); // 3 × 25 would be 75
  assert.equal(fitZoom(37, grid), 1);
  assert.equal(fitZoom(132, grid), 0.5);
});
