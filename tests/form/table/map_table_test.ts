import assert from "node:assert/strict";
import { MAP_TABLE } from "../../../src/form/table/map_table.ts";
import type { TableCell } from "../../../src/form/table/table.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import { makeLayers } from "../../support/report/made_layers.ts";

const layers = await makeLayers();

/** Gathers the rows of each photo, as columns by their names. */
function gather(layer: LayerReport): Record<string, readonly TableCell[]>[] {
  const names = MAP_TABLE.columns.map(({ name }) => name);
  return [...MAP_TABLE.gather(layer)].map((rows) =>
    Object.fromEntries(names.map((name, i) => [name, rows[i] ?? []]))
  );
}

Deno.test("MAP_TABLE has a row a map, with what layer.json has one value of", () => {
  for (const layer of layers) {
    const photos = gather(layer);
    assert.equal(photos.length, layer.maps.length);
    for (const [i, { image, height, channels, activated, strongest }] of layer.maps.entries()) {
      const columns = photos[i]!;
      const { input: _, term: __, ...cells } = strongest;
      assert.deepEqual(columns["image"], channels.index.map(() => image));
      assert.deepEqual(columns["height"], channels.index.map(() => height));
      for (const [name, values] of Object.entries(channels)) {
        assert.deepEqual(columns[name], values);
      }
      for (const [name, values] of Object.entries(cells)) {
        assert.deepEqual(columns[`strongest_${name}`], values);
      }
      assert.deepEqual(
        columns["activated_max"],
        activated?.max ?? channels.index.map(() => null),
        "nothing follows the second layer",
      );
    }
  }
});

Deno.test("MAP_TABLE knows what its cells are", () => {
  const kinds = new Map(MAP_TABLE.columns.map(({ name, kind }) => [name, kind]));
  const known = { image: "text", max: "number", nonFinite: "whole", onPadding: "flag" };
  for (const [name, kind] of Object.entries(known)) assert.equal(kinds.get(name), kind, name);
  assert.equal(kinds.size, MAP_TABLE.columns.length, "no two are called alike");
});
