import assert from "node:assert/strict";
import { WORDS } from "../../src/words/words.ts";
import { prepareInsights } from "../../src/html/insight_view.ts";
import { viewPhotos } from "../../src/html/photo_view.ts";
import { deepLayer, layerReports, mapsOnly, report, rgbLayer } from "./report_fixture.ts";

const [model] = report.models;
const rgb = { words: WORDS.en, report, model: model!, layer: rgbLayer, measures: layerReports[0]! };
const deep = {
  words: WORDS.en,
  report,
  model: model!,
  layer: deepLayer,
  measures: layerReports[1]!,
};
const ids = rgbLayer.maps.map(({ image }) => image);
const photos = viewPhotos(report, model!, { root: "../../", ids });

Deno.test("prepareInsights() cuts patches out of the photo by the receptive field", () => {
  // Cell (2, 0) of a field of 11 pixels, stride 4, offset −2.
  const [patch] = prepareInsights(rgb, photos)(2)!.patches;
  assert.equal(patch!.box, "6 -2 11 11");
  assert.equal(patch!.src, photos[0]!.seen!.src);
  assert.match(patch!.label, /row 0, column 2: 2\.5$/);
  assert.equal(patch!.href, `#k=2&image=${photos[0]!.id}`);
});

Deno.test("prepareInsights() names the slices that make a map, with their places", () => {
  const { circuit } = prepareInsights(deep, photos)(1)!;
  assert.deepEqual(circuit!.slices, [
    { input: "1", share: "0.75", place: "x1 y1", map: "input-1 x1 y0" },
    { input: "5", share: "−0.25", place: "x5 y1", map: "input-1 x5 y0" },
  ]);
  assert.equal(circuit!.words, "2 of 64 slices, together 0.50 of the map");
});

Deno.test("prepareInsights() places the views in pixels where they are drawn", () => {
  const { effective, projection } = prepareInsights(deep, photos)(9)!;
  assert.deepEqual([effective, projection], ["x1 y1", "x1 y1"]);
  const { effective: none, circuit } = prepareInsights(rgb, photos)(0)!;
  assert.deepEqual([none, circuit], [null, null]);
});

Deno.test("prepareInsights() gives nothing where nothing is known", () => {
  const subject = { words: WORDS.en, report, model: model!, layer: mapsOnly, measures: null };
  assert.equal(prepareInsights(subject, photos)(0), null);
});
