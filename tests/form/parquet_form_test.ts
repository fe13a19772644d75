import { parquetReadObjects } from "hyparquet";
import assert from "node:assert/strict";
import { PARQUET_FORM } from "../../src/form/parquet_form.ts";
import { TABLES } from "../../src/form/table/tables.ts";
import { makeLayers } from "../support/report/made_layers.ts";
import { createMemoryWorld } from "../support/report/memory_effects.ts";

const NOTHING = { report: null as never, plan: null as never, findings: [] };

Deno.test("PARQUET_FORM writes each table with all layers, a column a measure", async () => {
  const layers = await makeLayers();
  const { effects, written } = createMemoryWorld({ files: {} });
  await PARQUET_FORM.write!({ ...NOTHING, layers }, { ...effects, value: null });
  assert.deepEqual([...written.keys()], ["kernels.parquet", "maps.parquet"]);
  for (const { stem, columns, gather } of TABLES) {
    const file = (written.get(`${stem}.parquet`) as Uint8Array<ArrayBuffer>).buffer;
    const read = await parquetReadObjects({ file });
    const rows = layers.flatMap((layer) => [...gather(layer)]).flatMap((group) =>
      group[0]!.map((_, i) =>
        Object.fromEntries(columns.map((column, c) => [column.name, group[c]![i]]))
      )
    );
    assert.deepEqual(read, rows);
  }
});
