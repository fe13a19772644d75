import assert from "node:assert/strict";
import { KERNEL_TABLE } from "../../../src/form/table/kernel_table.ts";
import { assembleColumns } from "../../../src/report/dataset/assemble_dataset.ts";
import type { TableCell } from "../../../src/form/table/table.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import { tallyPhotos } from "../../support/tallied_photos.ts";
import { makeLayers } from "../../support/report/made_layers.ts";

const layers = await makeLayers();

/** Gathers the rows of a layer, as columns by their names. */
function gather(layer: LayerReport): Record<string, readonly TableCell[]> {
  const [rows = []] = KERNEL_TABLE.gather(layer);
  return Object.fromEntries(KERNEL_TABLE.columns.map(({ name }, i) => [name, rows[i] ?? []]));
}

Deno.test("KERNEL_TABLE has a row a kernel, with what layer.json has one value of", () => {
  for (const layer of layers) {
    const columns = gather(layer);
    const { strongestSlices: _, ...measures } = layer.kernels!;
    for (const [name, values] of Object.entries(measures)) assert.deepEqual(columns[name], values);
    for (const part of ["averages", "activity"] as const) {
      for (const [name, values] of Object.entries(layer[part] ?? {})) {
        if (name !== "index") assert.deepEqual(columns[`${part}_${name}`], values);
      }
    }
    const { index } = layer.kernels!;
    assert.deepEqual(columns["model"], index.map(() => "tiny"));
    assert.deepEqual(columns["layer"], index.map(() => layer.layer));
  }
});

Deno.test("KERNEL_TABLE says of each kernel what layer.json lists channels of", () => {
  const condition = { dead: [1], constant: [0, 1], nonFinite: [] };
  const columns = gather({ ...layers[1]!, condition, onPadding: null });
  assert.deepEqual(columns["maps_dead"], [false, true]);
  assert.deepEqual(columns["maps_constant"], [true, true]);
  assert.deepEqual(columns["maps_nonFinite"], [false, false]);
  assert.deepEqual(columns["maps_onPadding"], [null, null]);
});

Deno.test("KERNEL_TABLE says of which family a kernel is", () => {
  const families = { correlation: 0.3, of: [null, 2], families: [] };
  assert.deepEqual(gather({ ...layers[1]!, families })["family"], [null, 2]);
  assert.deepEqual(gather({ ...layers[1]!, families: null })["family"], [null, null]);
});

Deno.test("KERNEL_TABLE says what kernels answer to in a dataset, one value a column", () => {
  const [layer] = layers;
  const photos = Array.from({ length: 8 }, (_, i) => ({
    maps: [[i, 0], [1 / 3, i % 2], [0, 0], [-i, 2]],
    label: i % 2,
  }));
  const { places: _, ...columns } = assembleColumns(tallyPhotos(photos));
  const dataset = {
    ...{ ...columns, named: [] },
    labels: { ...columns.labels!, label: [[1, 0], [], [0], []], auc: [[0.9, 0.8], [], [0.7], []] },
  };
  const found = gather({ ...layer!, dataset });
  assert.deepEqual(found["dataset_onPhotos"], [0.875, 1, 0, 1]);
  assert.deepEqual(found["dataset_max"], [7, 1, 0, 2]);
  assert.deepEqual(found["dataset_label"], [1, null, 0, null]);
  assert.deepEqual(found["dataset_auc"], [0.9, null, 0.7, null]);
  assert.deepEqual(found["dataset_q50"], [0, 0.3438, 0, 0]);
  const missing = gather({ ...layer!, dataset: null });
  assert.deepEqual(missing["dataset_onPhotos"], [null, null, null, null]);
});

Deno.test("KERNEL_TABLE has the rows of kernels without measures, and those without maps", () => {
  const [layer] = layers;
  const none = { averages: null, activity: null, condition: null, onPadding: null, maps: [] };
  assert.deepEqual(gather({ ...layer!, kernels: null })["norm"], [null, null, null, null]);
  assert.deepEqual(gather({ ...layer!, ...none })["averages_mean"], [null, null, null, null]);
  assert.deepEqual([...KERNEL_TABLE.gather({ ...layer!, ...none, kernels: null })], []);
});

Deno.test("KERNEL_TABLE knows what its cells are", () => {
  const kinds = new Map(KERNEL_TABLE.columns.map(({ name, kind }) => [name, kind]));
  const known = { kind: "text", norm: "number", duplicateOf: "whole", maps_dead: "flag" };
  for (const [name, kind] of Object.entries(known)) assert.equal(kinds.get(name), kind, name);
  assert.equal(kinds.size, KERNEL_TABLE.columns.length, "no two are called alike");
});
