import assert from "node:assert/strict";
import type { LayerReport } from "../../src/report/layer_report.ts";
import { chooseInitialPair } from "../../src/site/initial_pair.ts";

type Values = readonly (number | null)[];

function measure(keepsPicture: Values, chroma: Values): LayerReport {
  return { kernels: { chroma }, averages: { keepsPicture } } as unknown as LayerReport;
}

Deno.test("chooseInitialPair() finds a kernel in colour whose map is photo", () => {
  assert.equal(chooseInitialPair(measure([.9, .2, .8, .1], [0, 1, .9, 1])), 2);
});

Deno.test("chooseInitialPair() goes by the photo share where no kernel has a colour", () => {
  assert.equal(chooseInitialPair(measure([null, .2, .8, .1], [null, null, null, null])), 2);
});

Deno.test("chooseInitialPair() stays on the screen that a large layer begins with", () => {
  const kept = Array.from({ length: 2048 }, (_, k) => k / 2048);
  assert.equal(chooseInitialPair(measure(kept, kept.map(() => null))), 63);
});

Deno.test("chooseInitialPair() finds the first pair where nothing was measured", () => {
  assert.equal(chooseInitialPair(null), 0);
  assert.equal(chooseInitialPair(measure([null, null], [null, null])), 0);
});

Deno.test("chooseInitialPair() passes over kernels whose strongest cells read padding", () => {
  const measures = measure([.9, .8, .7, .6], [1, 1, 1, 1]);
  const maps = [{ strongest: { onPadding: [false, true, false, null] } }];
  const padded = { ...measures, maps, onPadding: [0] } as unknown as LayerReport;
  assert.equal(chooseInitialPair(padded), 2);
  const all = { ...measures, maps: [], onPadding: [0, 1, 2, 3] } as unknown as LayerReport;
  assert.equal(chooseInitialPair(all), 0);
});
