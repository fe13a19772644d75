import assert from "node:assert/strict";
import { toRaster } from "../../src/raster/raster.ts";

// A grid of 2 x 1 pixels, of the colours (0, 51, 102) and (153, 204, 255).
const grid = { data: Float32Array.of(0, 0.6, 0.2, 0.8, 0.4, 1), dims: [3, 1, 2] };

Deno.test("toRaster() puts the channels of a pixel side by side", () => {
  assert.deepEqual(toRaster(grid, 3), {
    width: 2,
    height: 1,
    channels: 3,
    data: Uint8Array.of(0, 51, 102, 153, 204, 255),
  });
});

Deno.test("toRaster() keeps the first channel of a grey grid", () => {
  assert.deepEqual(toRaster(grid, 1), {
    width: 2,
    height: 1,
    channels: 1,
    data: Uint8Array.of(0, 153),
  });
});
