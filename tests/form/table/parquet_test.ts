import { parquetMetadata, parquetReadObjects } from "hyparquet";
import assert from "node:assert/strict";
import { openParquet } from "../../../src/form/table/parquet.ts";
import type { Column, TableRows } from "../../../src/form/table/table.ts";
import { joinBytes } from "../../../src/tensor/joined_bytes.ts";

const COLUMNS: readonly Column[] = [
  { name: "layer", kind: "text", full: true },
  { name: "index", kind: "whole", full: true },
  { name: "max", kind: "number", full: false },
  { name: "onPadding", kind: "flag", full: false },
];

function writeParquet(groups: readonly TableRows[]): ArrayBuffer {
  const file = openParquet(COLUMNS);
  const parts = groups.map((rows) => file.add(rows));
  return joinBytes([...parts, file.end()]).buffer;
}

Deno.test("openParquet() writes what an independent reader reads, null where there is no value", async () => {
  const file = writeParquet([
    [["层,1", "b"], [0, 1], [0.1, null], [true, null]],
    [["c"], [2], [-1e-30], [false]],
  ]);
  assert.deepEqual(await parquetReadObjects({ file }), [
    { layer: "层,1", index: 0, max: 0.1, onPadding: true },
    { layer: "b", index: 1, max: null, onPadding: null },
    { layer: "c", index: 2, max: -1e-30, onPadding: false },
  ]);
});

Deno.test("openParquet() types its columns, whatever they hold", () => {
  const { schema } = parquetMetadata(writeParquet([[["a"], [0], [null], [null]]]));
  assert.deepEqual(
    schema.slice(1).map(({ name, type, repetition_type }) => [name, type, repetition_type]),
    [
      ["layer", "BYTE_ARRAY", "REQUIRED"],
      ["index", "INT32", "REQUIRED"],
      ["max", "DOUBLE", "OPTIONAL"],
      ["onPadding", "BOOLEAN", "OPTIONAL"],
    ],
  );
});

Deno.test("openParquet() holds some thousand rows, however many there are", async () => {
  const file = openParquet(COLUMNS);
  const ROWS = 1000;
  const parts = Array.from({ length: 50 }, (_, group) => {
    const index = Array.from({ length: ROWS }, (_, k) => group * ROWS + k);
    return file.add([
      index.map(String),
      index,
      index.map(Math.sqrt),
      index.map((k) => k % 2 === 0),
    ]);
  });
  const before = parts.reduce((sum, { length }) => sum + length, 0);
  const last = file.end();
  assert(before > last.length, "most was given before the end");
  const whole = joinBytes([...parts, last]).buffer;
  assert(parquetMetadata(whole).row_groups.length > 1);
  const rows = await parquetReadObjects({ file: whole });
  assert.equal(rows.length, 50 * ROWS);
  for (const [k, row] of rows.entries()) {
    assert.deepEqual(row, {
      layer: String(k),
      index: k,
      max: Math.sqrt(k),
      onPadding: k % 2 === 0,
    });
  }
});

Deno.test("openParquet() writes a table without rows", async () => {
  assert.deepEqual(await parquetReadObjects({ file: writeParquet([]) }), []);
});
