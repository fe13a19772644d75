import assert from "node:assert/strict";
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
