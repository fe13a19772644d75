import assert from "node:assert/strict";
import { findWeights } from "../../src/page/weights.ts";
import { makeSheets } from "../../src/raster/sheet.ts";

Deno.test("findWeights() finds all colours of a pixel where the slices are colours", () => {
  const places = findWeights([3, 11, 11], { row: 4, column: 9 }, { coloured: true });
  assert.deepEqual(places, [0, 1, 2].map((slice) => ({ slice, row: 4, column: 9 })));
});

Deno.test("findWeights() finds the weight that a sheet shows at every pixel, none in its gaps", () => {
  for (const dims of [[5, 3, 3], [7, 1, 5], [4, 1, 1], [1, 3, 3], [6, 4], [2, 3, 3, 3]]) {
    const count = dims.reduce((a, b) => a * b);
    const gap = -1;
    const data = Float32Array.from({ length: count }, (_, i) => i);
    const sheet = makeSheets({ data, dims: [1, ...dims] }, gap);
    const [height = 1, width = 1] = dims.length === 2 ? [1, dims[1]!] : dims.slice(-2);
    const across = sheet.dims.at(-1)!;
    for (const [i, shown] of sheet.data.entries()) {
      const cell = { row: Math.floor(i / across), column: i % across };
      const [place] = findWeights(dims, cell, { coloured: false });
      if (place === undefined) assert.equal(shown, gap, `${dims}, pixel ${i}`);
      else assert.equal(shown, (place.slice * height + place.row) * width + place.column);
    }
  }
});
