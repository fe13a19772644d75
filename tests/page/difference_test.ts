import assert from "node:assert/strict";
import { findMost, paintSigned, pickColour, subtract } from "../../src/page/difference.ts";
import { layoutKernel, layoutMap } from "../../src/page/plane.ts";
import { makeSheets } from "../../src/raster/sheet.ts";

const STOPS = [[0, 0, 200], [100, 100, 100], [200, 0, 0]] as const;

Deno.test("layoutKernel() places weights where makeSheets() paints them", () => {
  const dims = [5, 3, 2]; // channels, height, width
  const data = Float32Array.from({ length: 30 }, (_, i) => i);
  const sheet = makeSheets({ data, dims: [1, ...dims] }, -1);
  const plane = layoutKernel(dims, false);
  assert.deepEqual([1, 1, plane.height, plane.width], sheet.dims);
  sheet.data.forEach((value, i) => {
    const spot = plane.at(i % plane.width, Math.floor(i / plane.width));
    assert.equal(spot === null ? -1 : data[spot.indices[0]!], value);
  });
});

Deno.test("layoutKernel() of a kernel in colours has a weight of every channel at a pixel", () => {
  assert.deepEqual(layoutKernel([3, 2, 2], true).at(1, 0), {
    indices: [1, 5, 9],
    row: 0,
    column: 1,
    slice: null,
  });
});

Deno.test("paintSigned() has zero in the middle, and leaves clear what is not finite", () => {
  const difference = subtract(Float32Array.of(2, 1, NaN), Float32Array.of(1, 3, 0));
  assert.equal(findMost(difference), 2);
  const pixels = paintSigned(difference, layoutMap([1, 3]), { most: 2, stops: STOPS });
  assert.deepEqual([...pixels], [150, 50, 50, 255, 0, 0, 200, 255, 0, 0, 0, 0]);
});

Deno.test("pickColour() stays within the map", () => {
  assert.deepEqual([-1, 0.5, 2].map((share) => pickColour(STOPS, share)), [
    STOPS[0],
    STOPS[1],
    STOPS[2],
  ]);
});
