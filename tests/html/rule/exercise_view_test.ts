import assert from "node:assert/strict";
import { viewExercise } from "../../../src/html/rule/exercise_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { deepLayer, report, rgbLayer } from "../../support/report/report_fixture.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const [measures, deep] = layerReports;
const [model] = report.models;
const subject = {
  words: WORDS.en,
  report,
  model: model!,
  layer: rgbLayer,
  measures: measures!,
};

Deno.test("viewExercise() asks of a layer that reads the photo, with what can be tried there", () => {
  const { question, tries } = viewExercise(subject)!;
  assert.equal(question, "Which of these kernels make maps that still look like the photo?");
  assert.deepEqual(tries.map(({ value }) => value), ["guess", "sort"]);
  const all = rgbLayer.pairs;
  const pairs = {
    kernels: {
      ...measures!.kernels!,
      dcGain: Array.from({ length: all }, () => 0.2),
      chroma: Array.from({ length: all }, (_, k) => k % 2),
    },
    averages: {
      ...measures!.averages!,
      keepsPicture: Array.from({ length: all }, () => 0.9),
    },
  };
  const matched = viewExercise({ ...subject, measures: { ...measures!, ...pairs } })!;
  assert.deepEqual(matched.tries.map(({ value }) => value), ["sort", "pairs"]); // all keep the photo
});

Deno.test("viewExercise() asks nothing of deeper layers, without photos, kernels or measures", () => {
  assert.equal(viewExercise({ ...subject, layer: deepLayer, measures: deep! }), null);
  assert.equal(viewExercise({ ...subject, measures: null }), null);
  assert.equal(viewExercise({ ...subject, measures: { ...measures!, averages: null } }), null);
  assert.equal(viewExercise({ ...subject, layer: { ...rgbLayer, pictures: [] } }), null);
  const images = report.images.map((image) => ({ ...image, dims: [1, 2, 2] }));
  assert.equal(viewExercise({ ...subject, report: { ...report, images } }), null);
});
