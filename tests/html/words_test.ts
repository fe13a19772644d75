import assert from "node:assert/strict";
import { WORDS } from "../../src/words/words.ts";
import { describeFacts } from "../../src/html/layer_facts.ts";
import { describeLayer } from "../../src/html/layer_lead.ts";
import { describePreprocess } from "../../src/html/preprocess_words.ts";
import { layerReports, mapsOnly, report, rgbLayer } from "./report_fixture.ts";

const [model] = report.models;

Deno.test("describeFacts() says what a layer is", () => {
  assert.deepEqual(describeFacts(rgbLayer), [
    "10 kernels, 11 × 11 × 3",
    "stride 4, padding 2",
    "each map cell reads 11 × 11 pixels",
    "maps 55 × 55",
    "Conv, float32",
  ]);
});

Deno.test("describeFacts() leaves out what is not known", () => {
  assert.deepEqual(describeFacts(mapsOnly), ["1 kernel", "maps 13 × 13", "Conv"]);
});

const steps: readonly (readonly [Partial<typeof rgbLayer>, string])[] = [
  [{ pads: [0, 0, 0, 0] }, "stride 4, no padding"],
  [{ strides: [2, 1], pads: [1, 2, 1, 2] }, "stride 2 × 1, padding 1 × 2"],
  [{ pads: [0, 0, 1, 1] }, "stride 4, padding top 0, left 0, bottom 1, right 1"],
  [{ strides: [2], pads: [0, 3], dilations: [1] }, "stride 2, padding 0 before, 3 after"],
  [{ dilations: [2, 2], group: 32 }, "stride 4, padding 2, dilation 2, 32 groups"],
];

for (const [change, words] of steps) {
  Deno.test(`describeFacts() says: ${words}`, () => {
    assert.equal(describeFacts({ ...rgbLayer, ...change })[1], words);
  });
}

Deno.test("describeLayer() says how many photos are missing", () => {
  const subject = {
    words: WORDS.en,
    report,
    model: model!,
    layer: mapsOnly,
    measures: layerReports[2]!,
  };
  assert.equal(
    describeLayer(subject),
    "1 map on 1 of 2 photos, without their kernels. No map is flat.",
  );
});

Deno.test("describePreprocess() says the steps and the formula", () => {
  assert.deepEqual(describePreprocess(model!.preprocess), {
    name: "imagenet",
    steps:
      "shortest side to 256 pixels, bilinear; centre crop 224 × 224; channels in the order RGB",
    formula: "value = (level ÷ 255 − (0.485, 0.456, 0.406)) ÷ (0.229, 0.224, 0.225)",
  });
});

Deno.test("describePreprocess() leaves out what changes nothing", () => {
  const raw = { ...model!.preprocess, resize: null, crop: null, rescale: 1, mean: [0], std: [1] };
  const { steps, formula } = describePreprocess({ ...raw, channels: "gray" });
  assert.deepEqual([steps, formula], [
    `to the size of the network's input by the shortest side and a centre crop, bilinear; one grey channel`,
    "value = level",
  ]);
});

Deno.test("describePreprocess() says how a photo is fitted", () => {
  const resize = { width: 640, height: 480, fit: "contain" };
  const { steps } = describePreprocess({ ...model!.preprocess, resize, crop: null });
  assert.match(steps, /^resized to 640 × 480, the whole photo with margins, bilinear;/);
});
