import assert from "node:assert/strict";
import { projectCells } from "../../../src/site/field/projection.ts";

const field = { size: [11, 7], stride: [4, 2], offset: [-2, -3] };
const map = { height: 55, width: 30, fields: null };
const layer = { receptiveField: field };

Deno.test("projectCells() gives the field of a cell, and leads back to the cell from its middle", () => {
  const { field: read, cellAt } = projectCells(layer, map)!;
  assert.deepEqual(read({ row: 0, column: 0 }), { left: -3, top: -2, width: 7, height: 11 });
  assert.deepEqual(read({ row: 10, column: 4 }), { left: 5, top: 38, width: 7, height: 11 });
  for (const cell of [{ row: 0, column: 0 }, { row: 10, column: 4 }, { row: 54, column: 29 }]) {
    const { left, top, width, height } = read(cell)!;
    assert.deepEqual(cellAt(left + width / 2, top + height / 2), cell);
  }
});

Deno.test("projectCells() leads from beyond the map to its nearest cell", () => {
  const { cellAt } = projectCells(layer, map)!;
  assert.deepEqual(cellAt(-100, -100), { row: 0, column: 0 });
  assert.deepEqual(cellAt(1e4, 1e4), { row: 54, column: 29 });
});

Deno.test("projectCells() lays the map so that its cells' middles are those of their fields", () => {
  const { area, field: read } = projectCells(layer, map)!;
  const { left, top, width, height } = read({ row: 7, column: 11 })!;
  assert.equal(area!.left + (11 + 0.5) * area!.width / map.width, left + width / 2);
  assert.equal(area!.top + (7 + 0.5) * area!.height / map.height, top + height / 2);
});

Deno.test("projectCells() gives null where a layer's field is not known or not of two sides", () => {
  assert.equal(projectCells({ receptiveField: null }, map), null);
  assert.equal(
    projectCells({ receptiveField: { size: [3], stride: [1], offset: [0] } }, map),
    null,
  );
});

// Rows behind an upsampling by 2 of a pool by 3, and columns that are one half after the other.
const rows = { cells: [8, 1], first: [0, 0], size: [3, 3], step: 3 };
const columns = { cells: [1, 6], first: [0, 2, 4, 0, 2, 4], size: [2, 2, 2, 2, 2, 0], step: 0 };
const steps = { height: 8, width: 6, fields: [rows, columns] };

Deno.test("projectCells() gives the field of each cell where there is no line", () => {
  const { field: read } = projectCells({ receptiveField: null }, steps)!;
  assert.deepEqual(read({ row: 5, column: 3 }), { left: 0, top: 6, width: 2, height: 3 });
  assert.equal(read({ row: 0, column: 5 }), null); // reads nothing
});

Deno.test("projectCells() lays no map on the photo whose cells are not in the photo's order", () => {
  assert.equal(projectCells({ receptiveField: null }, steps)!.area, null);
  const ordered = { height: 8, width: 8, fields: [rows, { ...rows, cells: [1, 8] }] };
  const { area } = projectCells({ receptiveField: null }, ordered)!;
  assert.deepEqual([area!.width, area!.height], [12, 12]);
});

Deno.test("projectCells() takes the middle cell where all read the whole photo", () => {
  const whole = { receptiveField: { size: [48, 64], stride: [0, 0], offset: [0, 0] } };
  const { cellAt, area, field: read } = projectCells(whole, { ...steps, fields: null })!;
  assert.deepEqual(cellAt(3, 4), { row: 3, column: 2 });
  assert.deepEqual(read({ row: 7, column: 0 }), { left: 0, top: 0, width: 64, height: 48 });
  assert.equal(area, null);
});

Deno.test("projectCells() finds the nearest cell where rows and columns go together", () => {
  const both = { cells: [2, 2], first: [0, 10, 20, 30], size: [4, 4, 4, 4], step: 0 };
  const { cellAt } = projectCells({ receptiveField: null }, {
    height: 2,
    width: 2,
    fields: [both, both],
  })!;
  assert.deepEqual(cellAt(23, 21), { row: 1, column: 0 });
});
