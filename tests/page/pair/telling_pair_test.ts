import assert from "node:assert/strict";
import type { MeasureData } from "../../../src/site/layer_data.ts";
import { findTellingPair } from "../../../src/page/pair/telling_pair.ts";

type Values = readonly (number | null)[];

function measure(keepsPicture: Values, chroma: Values): { readonly measures: MeasureData } {
  return {
    measures: { kernels: { chroma }, averages: { keepsPicture } } as unknown as MeasureData,
  };
}

Deno.test("findTellingPair() finds a kernel in colour whose map is photo", () => {
  assert.equal(findTellingPair(measure([.9, .2, .8, .1], [0, 1, .9, 1])), 2);
});

Deno.test("findTellingPair() goes by the photo share where no kernel has a colour", () => {
  assert.equal(findTellingPair(measure([null, .2, .8, .1], [null, null, null, null])), 2);
});

Deno.test("findTellingPair() stays on the screen that a large layer begins with", () => {
  const kept = Array.from({ length: 2048 }, (_, k) => k / 2048);
  assert.equal(findTellingPair(measure(kept, kept.map(() => null))), 63);
});

Deno.test("findTellingPair() finds the first pair where nothing was measured", () => {
  assert.equal(findTellingPair({ measures: null }), 0);
  assert.equal(findTellingPair(measure([null, null], [null, null])), 0);
});

Deno.test("findTellingPair() passes over kernels whose strongest cells read padding", () => {
  const { measures } = measure([.9, .8, .7, .6], [1, 1, 1, 1]);
  const maps = [{ strongest: { onPadding: [false, true, false, null] } }];
  const padded = { ...measures, maps, onPadding: [0] } as unknown as MeasureData;
  assert.equal(findTellingPair({ measures: padded }), 2);
  const all = { ...measures, maps: [], onPadding: [0, 1, 2, 3] } as unknown as MeasureData;
  assert.equal(findTellingPair({ measures: all }), 0);
});
