import assert from "node:assert/strict";
import { layoutMix, layoutWeights } from "../../../src/page/tile/weight_layout.ts";
import { paintMix } from "../../../src/raster/mix.ts";

Deno.test("layoutWeights() finds a weight at each pixel of a row", () => {
  const { width, height, at } = layoutWeights(3);
  assert.deepEqual([width, height], [3, 1]);
  assert.deepEqual(at(2, 0), { indices: [2], row: 0, column: 0, slice: 2 });
  assert.equal(at(3, 0), null);
});

Deno.test("layoutMix() finds the weight of the bar at each pixel, none between bars", () => {
  const data = Float32Array.of(0.1, -3, 0.5, 2, 0, 1, 1.5, -0.3, 2.5, -1.1);
  const chosen = [1, 8, 3, 6, 9, 5, 2, 7]; // largest first
  const { width, height, at } = layoutMix(chosen, 10);
  const raster = paintMix({ data, dims: [1, 10, 1, 1] }, { padding: 0 });
  assert.deepEqual([raster.width, raster.height], [width, height]);
  const middle = [height / 2 - 1, height / 2]; // the rows from which bars go up and down
  const seen = Array.from({ length: width }, (_, x) => {
    const [up, down] = middle.map((y) => raster.data[y * width + x]!);
    const spot = at(x, 0);
    const isBar = up !== 128 || down !== 128;
    assert.equal(isBar, spot !== null);
    if (spot !== null) assert.equal(data[spot.slice!]! > 0, up! > 128);
    return spot?.slice ?? null;
  });
  assert.deepEqual([...new Set(seen.filter((slice) => slice !== null))], chosen);
});
