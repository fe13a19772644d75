import assert from "node:assert/strict";
import { layoutChosen, layoutKernel, layoutMap } from "../../../src/page/tile/pixel_layout.ts";
import { paintSheets } from "../../../src/raster/paint.ts";

Deno.test("layoutKernel() finds all colours of a pixel where the slices are colours", () => {
  const spot = layoutKernel([3, 11, 11], true).at(9, 4);
  const indices = [0, 1, 2].map((slice) => (slice * 11 + 4) * 11 + 9);
  assert.deepEqual(spot, { indices, row: 4, column: 9, slice: null });
});

Deno.test("layoutKernel() finds the weight that a sheet shows at every pixel, none in its gaps", () => {
  for (const dims of [[5, 3, 3], [7, 1, 5], [4, 1, 1], [1, 3, 3], [6, 4], [2, 3, 3, 3]]) {
    const count = dims.reduce((a, b) => a * b);
    const data = Float32Array.from({ length: count }, (_, i) => (i + 1) / count);
    const sheet = paintSheets({ data, dims: [1, ...dims] }, {});
    const layout = layoutKernel(dims, false);
    assert.deepEqual([layout.width, layout.height], [sheet.width, sheet.height]);
    for (const [i, level] of sheet.data.entries()) {
      const spot = layout.at(i % layout.width, Math.floor(i / layout.width));
      const shown = Math.round((level / 127.5 - 1) * count) - 1; // mid grey gives -1
      assert.deepEqual(spot?.indices ?? [-1], [shown], `${dims}, pixel ${i}`);
    }
  }
});

Deno.test("layoutChosen() finds the weights of the slices that stand for a kernel", () => {
  const layout = layoutChosen([64, 3, 3], [21, 20, 52, 2]);
  assert.deepEqual([layout.width, layout.height], [7, 7]); // 2 x 2 slices, a pixel apart
  assert.deepEqual(layout.at(0, 0), { indices: [21 * 9], row: 0, column: 0, slice: 21 });
  assert.deepEqual(layout.at(6, 2), { indices: [20 * 9 + 8], row: 2, column: 2, slice: 20 });
  assert.deepEqual(layout.at(1, 4), { indices: [52 * 9 + 1], row: 0, column: 1, slice: 52 });
  assert.deepEqual(layout.at(4, 5), { indices: [2 * 9 + 3], row: 1, column: 0, slice: 2 });
  assert.equal(layout.at(3, 0), null);
});

Deno.test("layoutChosen() finds every depth of the slices that stand for a kernel", () => {
  const layout = layoutChosen([9, 2, 1, 1], [7, 3]);
  assert.deepEqual([layout.width, layout.height], [2, 2]);
  const found = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) => layout.at(x!, y!)!.indices[0]);
  assert.deepEqual(found, [14, 15, 6, 7]);
});

Deno.test("layoutMap() finds the cell of every pixel of a map, and the pixel of every cell", () => {
  for (const space of [[40], [5, 6], [4, 5, 6], [1, 5, 6]]) {
    const layout = layoutMap(space);
    const count = space.reduce((product, extent) => product * extent, 1);
    const found = new Set<number>();
    for (let y = 0; y < layout.height; y++) {
      for (let x = 0; x < layout.width; x++) {
        const spot = layout.at(x, y);
        if (spot === null) continue; // between depths
        const [index = -1] = spot.indices;
        assert.deepEqual(layout.place(index), { x, y });
        found.add(index);
      }
    }
    assert.equal(found.size, count);
  }
});
