import assert from "node:assert/strict";
import { linkShownPair } from "../../../src/page/atlas/pair_link.ts";
import type { LayersFile } from "../../../src/site/atlas/layers_file.ts";

const column = { value: [0.1, 0], low: [null, null], high: [null, null], k: [7, null] };
const file = {
  model: { id: "int8", name: "int8" },
  comparedWith: "float",
  layers: [
    { id: "a b", k: 2, compared: { layer: "x", kernel: 4, other: 5, image: "cat" } },
    { id: "c", k: 3, compared: null },
  ],
  rows: { never: column, colour: column, damage: column },
} as unknown as LayersFile;

Deno.test("linkShownPair() leads to the pair that shows what the row is about", () => {
  const link = (place: number, row: "never" | "colour" | "side" | null): string =>
    linkShownPair(file, { place, row }, "en");
  assert.equal(link(0, "never"), "a%20b/index.html#k=7&q=is%3Anever-on");
  assert.equal(link(0, "colour"), "a%20b/index.html#k=7&sort=colourDependence");
  assert.equal(link(0, "side"), "a%20b/index.html#k=2");
  assert.equal(link(0, null), "a%20b/index.html#k=2");
});

Deno.test("linkShownPair() hides nothing where a layer has none of it", () => {
  assert.equal(linkShownPair(file, { place: 1, row: "never" }, "en"), "c/index.html#k=3");
});

Deno.test("linkShownPair() leads from the damage to both maps, beside each other", () => {
  assert.equal(
    linkShownPair(file, { place: 0, row: "damage" }, "zh-CN"),
    "../compare.zh-CN.html#a=float%2Fx&ai=cat&b=int8%2Fa+b&bi=cat&k=4&of=maps",
  );
});
