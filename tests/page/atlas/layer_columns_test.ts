import assert from "node:assert/strict";
import { orderLayers } from "../../../src/page/atlas/layer_columns.ts";
import type { LayersFile } from "../../../src/site/atlas/layers_file.ts";

const file = {
  layers: ["b", "c", "a", "d"].map((name) => ({ name })),
} as unknown as LayersFile;
const columns = new Map([["place", [1, 2, 3, 4]], ["photo", [20, null, 70, 20]]]);

function order(sort: string, reversed = false): string {
  return orderLayers(file, columns, { sort, reversed }).join("");
}

Deno.test("orderLayers() goes from the largest number down, and upwards by name and place", () => {
  assert.equal(order("photo"), "2031");
  assert.equal(order("name"), "2013");
  assert.equal(order("place"), "0123");
});

Deno.test("orderLayers() leaves what has no number at the end, also where it is reversed", () => {
  assert.equal(order("photo", true), "0321");
  assert.equal(order("place", true), "3210");
});
