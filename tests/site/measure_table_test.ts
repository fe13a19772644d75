import assert from "node:assert/strict";
import { hasValues } from "../../src/site/measure_columns.ts";
import { listTableColumns, viewMeasureRows } from "../../src/site/measure_table.ts";
import { ENGLISH } from "../../src/words/english.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { report } from "../support/report/report_fixture.ts";

const [layer] = report.models[0]!.layers;
const subject = { layer: layer!, measures: layerReports[0]!, words: ENGLISH };

Deno.test("viewMeasureRows() views the rows that are asked for, a cell a measure and the class", () => {
  const columns = listTableColumns(subject).filter(hasValues);
  const all = viewMeasureRows(subject, { columns, from: 0, to: layer!.pairs });
  assert.deepEqual(all.map(({ index }) => index), [...Array(layer!.pairs).keys()].map(String));
  for (const { cells } of all) assert.equal(cells.length, 1 + columns.length);
  assert.deepEqual(viewMeasureRows(subject, { columns, from: 3, to: 5 }), all.slice(3, 5));
  assert.deepEqual(viewMeasureRows(subject, { columns, from: 48, to: 10 }), []);
});

Deno.test("listTableColumns() lists nothing of a layer of which nothing was measured", () => {
  assert.deepEqual(listTableColumns({ ...subject, measures: null }), []);
});
