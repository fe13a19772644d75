import assert from "node:assert/strict";
import { assignColumns, type Matrix } from "../../../src/analysis/comparison/assignment.ts";
import { countRounds, createChance } from "../../support/rounds.ts";

function sumOf({ columns, values }: Matrix, assigned: readonly number[]): number {
  return assigned.reduce((sum, column, row) => sum + values[row * columns + column]!, 0);
}

// The largest sum of all ways.
function tryAll({ rows, columns, values }: Matrix, row = 0, taken: readonly number[] = []): number {
  if (row === rows) return 0;
  const free = Array.from({ length: columns }, (_, column) => column)
    .filter((column) => !taken.includes(column));
  return Math.max(...free.map((column) =>
    values[row * columns + column]! +
    tryAll({ rows, columns, values }, row + 1, [...taken, column])
  ));
}

Deno.test("assignColumns() gives each row a column of its own, with the largest sum of all ways", () => {
  const random = createChance(7);
  for (let round = 0; round < countRounds(200, 5000); round++) {
    const rows = random.whole(1, 5);
    const columns = rows + random.whole(0, 2);
    const own = random.floats(rows * columns, -1, 1);
    const values = round % 2 === 0 ? own : own.map(Math.round); // ties
    const assigned = assignColumns({ rows, columns, values });
    assert.equal(new Set(assigned).size, rows);
    const most = tryAll({ rows, columns, values });
    assert.ok(Math.abs(sumOf({ rows, columns, values }, assigned) - most) < 1e-5);
  }
});

Deno.test("assignColumns() gives no row a column where there are none", () => {
  assert.deepEqual(assignColumns({ rows: 0, columns: 0, values: new Float32Array() }), []);
});
