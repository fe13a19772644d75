import assert from "node:assert/strict";
import type { Picture } from "../../../src/plan/picture.ts";
import { type Fit, fitSides, fitTile, fitZoom, GRID_FITS } from "../../../src/site/tile/sprite.ts";

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

Deno.test("fitSides() draws out what would stand too thin to be seen", () => {
  const panel = { near: 165, most: 165, shrunk: 165 };
  assert.deepEqual(fitSides({ tileWidth: 1001, tileHeight: 8 }, panel), {
    x: 165 / 1001,
    y: 165 / 4 / 8,
  });
  assert.deepEqual(fitSides({ tileWidth: 1, tileHeight: 1000 }, panel), { x: 165 / 4, y: 0.165 });
  assert.deepEqual(fitSides({ tileWidth: 7, tileHeight: 1 }, grid), { x: 8, y: 8 });
  assert.deepEqual(fitSides({ tileWidth: 300, tileHeight: 200 }, panel), { x: 0.55, y: 0.55 });
});

Deno.test("fitTile() gives strips of a grid four times the length of other tiles", () => {
  const strip = { kind: "maps", tileWidth: 1001, tileHeight: 8 } as Picture;
  const { x, y } = fitTile(strip, GRID_FITS.m);
  assert.deepEqual([1001 * x, 8 * y], [220, 13.75]);
});
