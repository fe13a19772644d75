import assert from "node:assert/strict";
import { packCells, unpackCells } from "../../src/report/packed_cells.ts";

Deno.test("unpackCells() gives the cells that were packed, to the bit", () => {
  const lists = [
    [{ x: 3, y: 0, value: 1 / 3, onPadding: true }, { x: 0, y: 70000, value: 2, onPadding: false }],
    [],
    [{ x: 1, y: 2, value: 1e-300, onPadding: null }],
  ];
  assert.deepEqual(unpackCells(structuredClone(packCells(lists))), lists);
  assert.deepEqual(unpackCells(packCells([])), []);
});
