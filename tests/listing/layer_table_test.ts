import assert from "node:assert/strict";
import type { LayerRow } from "../../src/listing/layer_row.ts";
import { writeLayerTable } from "../../src/listing/layer_table.ts";

const rows: readonly LayerRow[] = [
  {
    index: 0,
    name: "conv1",
    op: "Conv",
    kernels: [64, 3, 11, 11],
    group: 1,
    stored: "float32",
    maps: [64, 55, 55],
    receptiveField: [11, 11],
    field: "11 x 11",
    pairs: 64,
    bytes: 230000,
    badges: ["batchnorm-folded"],
    unasked: true,
    missing: "",
  },
  {
    index: 1,
    name: "/up/层",
    op: "ConvTranspose",
    kernels: null,
    group: null,
    stored: null,
    maps: null,
    receptiveField: null,
    field: "?",
    pairs: null,
    bytes: null,
    badges: [],
    unasked: true,
    missing: "maps not drawn: ConvTranspose is not captured",
  },
];

Deno.test("writeLayerTable() lines up columns, with no blank at the end of a line", async (t) => {
  const table = writeLayerTable(rows);
  assert.doesNotMatch(table, / $/m);
  await t.assertSnapshot(table);
});

Deno.test("writeLayerTable() says why the sizes of maps are not known yet", () => {
  const open = { ...rows[0]!, maps: null, bytes: null };
  assert.match(
    writeLayerTable([open]),
    /\n\nMaps given as - get their size when a photo runs: .*\n$/,
  );
});

Deno.test("writeLayerTable() of no layers is its heading", () => {
  assert.equal(writeLayerTable([]).split("\n").length, 2);
});
