import assert from "node:assert/strict";
import { CSV_FORM } from "../../src/form/csv_form.ts";
import { TABLES } from "../../src/form/table/tables.ts";
import { parseCsv } from "../support/csv.ts";
import { makeLayers } from "../support/report/made_layers.ts";
import { createMemoryWorld } from "../support/report/memory_effects.ts";

const NOTHING = { report: null as never, plan: null as never, findings: [] };

Deno.test("CSV_FORM writes each table with all layers, a column a measure", async () => {
  const layers = await makeLayers();
  const { effects, written } = createMemoryWorld({ files: {} });
  await CSV_FORM.write!({ ...NOTHING, layers }, { ...effects, value: null });
  assert.deepEqual([...written.keys()], ["kernels.csv", "maps.csv"]);
  for (const { stem, columns, gather } of TABLES) {
    const [head, ...records] = parseCsv(String(written.get(`${stem}.csv`)));
    assert.deepEqual(head, columns.map((column) => column.name));
    const rows = layers.flatMap((layer) => [...gather(layer)]).flatMap(toRecords);
    assert.deepEqual(records, rows.map((row) => row.map((cell) => String(cell ?? ""))));
  }
});

function toRecords<Cell>(rows: readonly (readonly Cell[])[]): Cell[][] {
  return rows[0]!.map((_, i) => rows.map((cells) => cells[i]!));
}
