import assert from "node:assert/strict";
import { clamp, projectCells } from "../../src/page/probe.ts";

const field = { size: [11, 7], stride: [4, 2], offset: [-2, -3] };
const map = { height: 55, width: 30 };

Deno.test("projectCells() gives the field of a cell, and leads back to the cell from its middle", () => {
  const { field: read, cellAt } = projectCells(field, map)!;
  assert.deepEqual(read({ row: 0, column: 0 }), { left: -3, top: -2, width: 7, height: 11 });
  assert.deepEqual(read({ row: 10, column: 4 }), { left: 5, top: 38, width: 7, height: 11 });
  for (const cell of [{ row: 0, column: 0 }, { row: 10, column: 4 }, { row: 54, column: 29 }]) {
    const { left, top, width, height } = read(cell);
    assert.deepEqual(cellAt(left + width / 2, top + height / 2), cell);
  }
});

Deno.test("projectCells() leads from beyond the map to its nearest cell", () => {
  const { cellAt } = projectCells(field, map)!;
  assert.deepEqual(cellAt(-100, -100), { row: 0, column: 0 });
  assert.deepEqual(cellAt(1e4, 1e4), { row: 54, column: 29 });
});

Deno.test("projectCells() lays the map so that its cells' middles are those of their fields", () => {
  const { area, field: read } = projectCells(field, map)!;
  const { left, top, width, height } = read({ row: 7, column: 11 });
  assert.equal(area.left + (11 + 0.5) * area.width / map.width, left + width / 2);
  assert.equal(area.top + (7 + 0.5) * area.height / map.height, top + height / 2);
});

Deno.test("projectCells() gives null where a layer's field is not known or not of two sides", () => {
  assert.equal(projectCells(null, map), null);
  assert.equal(projectCells({ size: [3], stride: [1], offset: [0] }, map), null);
});

Deno.test("clamp() keeps an index within a count", () => {
  assert.deepEqual([-1, 0, 4, 5].map((index) => clamp(index, 5)), [0, 0, 4, 4]);
});
