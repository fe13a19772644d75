import assert from "node:assert/strict";
import { planMapsPicture } from "../../src/plan/map_picture.ts";
import { planPicture } from "../../src/plan/picture.ts";
import { makeGrid } from "../../src/raster/grid.ts";
import { createRandom } from "../support/random.ts";

Deno.test("planPicture() tells where the tiles of a picture lie", () => {
  const tiles = { count: 64, width: 11, height: 11 };
  assert.deepEqual(planPicture("kernels", "kernels.png", tiles, { nrow: 8, padding: 2 }), {
    kind: "kernels",
    file: "kernels.png",
    scale: "each kernel has its own range",
    width: 106,
    height: 106,
    tileWidth: 11,
    tileHeight: 11,
    columns: 8,
    padding: 2,
  });
});

Deno.test("planPicture() foretells the size of the grid that makeGrid() makes", () => {
  const random = createRandom(61);
  for (let round = 0; round < 100; round++) {
    const count = random.whole(1, 30);
    const size = { width: random.whole(1, 9), height: random.whole(1, 9) };
    const grid = { nrow: random.whole(1, 12), padding: random.whole(0, 3) };
    const { width, height } = planPicture("maps", "x.png", { count, ...size }, grid);
    const data = new Float32Array(count * size.height * size.width);
    const { dims } = makeGrid({ data, dims: [count, 1, size.height, size.width] }, grid);
    assert.deepEqual(dims, [3, height, width]);
  }
});

const grid = { nrow: 8, padding: 2, padValue: 0 };

// [what, dims of the maps, tile, columns]
const mapTiles: readonly [string, readonly number[], readonly [number, number], number][] = [
  ["a picture for two axes", [64, 5, 6], [6, 5], 8],
  ["a strip of eight rows for one", [64, 40], [40, 8], 8],
  ["long strips below each other", [64, 1000], [1000, 8], 2],
  ["the longest in one column", [64, 90000], [90000, 8], 1],
  ["slices by depth side by side for three", [64, 4, 5, 6], [13, 11], 8],
];

for (const [what, dims, tile, columns] of mapTiles) {
  Deno.test(`planMapsPicture() gives ${what}`, () => {
    const picture = planMapsPicture("maps", "a", dims, grid);
    assert.deepEqual([picture.tileWidth, picture.tileHeight], tile);
    assert.equal(picture.columns, columns);
  });
}
