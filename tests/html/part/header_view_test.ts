import assert from "node:assert/strict";
import type { LayerSubject } from "../../../src/site/layer_subject.ts";
import { viewLayerHeader } from "../../../src/html/part/header_view.ts";
import type { ReportModel } from "../../../src/report/report_model.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { report, rgbLayer } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;

function headerOf(model: ReportModel, at: number): LayerSubject {
  return { words: WORDS.en, report, model, layer: model.layers[at]!, measures: null };
}

function crowd(count: number): typeof model {
  const layers = Array.from({ length: count }, (_, i) => {
    return { ...rgbLayer, id: `conv${i}`, name: `conv${i}` };
  });
  return { ...model, layers };
}

Deno.test("viewLayerHeader() shows a dozen layers in a row and marks the current one", () => {
  const few = crowd(12);
  const { layers, steps } = viewLayerHeader(headerOf(few, 3)).model!;
  assert.deepEqual(layers.filter(({ current }) => current).map(({ name }) => name), ["conv3"]);
  assert.equal(layers.length, 12);
  assert.equal(steps, null);
});

Deno.test("viewLayerHeader() shows the neighbours among more", () => {
  const many = crowd(26);
  const { layers, steps } = viewLayerHeader(headerOf(many, 0)).model!;
  assert.deepEqual(layers, []);
  assert.equal(steps?.previous, null);
  assert.equal(steps?.next?.href, "../conv1/index.html");
  assert.equal(steps?.position, "1 of 26");
});
