import assert from "node:assert/strict";
import { viewCompare } from "../../src/html/compare/compare_view.ts";
import { viewIndex } from "../../src/html/overview/index_view.ts";
import { viewMeasureGroups } from "../../src/html/layer/measure_groups.ts";
import { viewMeasureTable } from "../../src/html/layer/measure_table_view.ts";
import { viewLayer } from "../../src/html/layer/layer_view.ts";
import { describeFeed } from "../../src/html/part/preprocess_words.ts";
import { viewRule } from "../../src/html/rule/rule_view.ts";
import { renderTexts } from "../support/report/site_texts.ts";
import type { Report } from "../../src/report/report.ts";
import { WORDS } from "../../src/words/translations.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { report as photos, rgbLayer } from "../support/report/report_fixture.ts";

const dims = [1, 3, 8, 8];
const models = photos.models.map((model) => ({
  ...model,
  inputs: model.inputs.map((input) => ({ ...input, dims })),
}));
const images = photos.images.map((image) => ({ ...image, dims }));
const report: Report = { ...photos, images, models };
const unseen: Report = {
  ...photos,
  models: photos.models.map((model) => ({
    ...model,
    inputs: [],
    layers: model.layers.map((layer) => ({ ...layer, maps: [] })),
  })),
};

function of(fed: Report, words = WORDS.en): Parameters<typeof viewRule>[0] {
  const [model] = fed.models;
  return {
    words,
    report: fed,
    model: model!,
    layer: rgbLayer,
    measures: { ...layerReports[0]!, experiments: null, tuning: null },
  };
}

Deno.test("a layer that was fed arrays is said to be", () => {
  assert.match(viewMeasureTable(of(report))!.caption, /averaged over 2 arrays$/);
  assert.equal(viewMeasureGroups(of(report)).at(-1)!.name, "Map, mean of 2 arrays");
  const { heading, unclear, caveat } = viewRule(of(report))!;
  assert.equal(heading, "What goes with what");
  assert.equal(unclear, null);
  assert.match(caveat, /with maps averaged over 2 arrays\..*another input would show\.$/);
});

Deno.test("a layer that was fed arrays is said to be, in Chinese", () => {
  const subject = of(report, WORDS["zh-CN"]);
  assert.match(viewMeasureTable(subject)!.caption, /取 2 个数组的平均$/);
  assert.match(viewRule(subject)!.caveat, /特征图取 2 个数组的平均。/);
});

Deno.test("a layer that was fed photos is said to be", () => {
  assert.match(viewMeasureTable(of(photos))!.caption, /averaged over 2 photos$/);
  const { heading, caveat } = viewRule(of(photos))!;
  assert.equal(heading, "Which maps look like the photo");
  assert.match(
    caveat,
    /over 2 photos\. .* since the strongest of up to ten measures is picked;.*asked\.$/,
  );
});

Deno.test("viewRule() counts the photos alone where how much of a map is photo is averaged", () => {
  const mixed = { ...photos, images: [photos.images[0]!, { ...photos.images[1]!, dims }] };
  assert.match(viewRule(of(photos))!.quad!.caption, /mean of 2 photos/);
  assert.doesNotMatch(viewRule(of(mixed))!.quad!.caption, /mean of/);
  assert.match(viewRule(of(mixed))!.caveat, /averaged over 1 photo, 1 array\./);
});

Deno.test("describeFeed() tells no preprocessing of arrays", () => {
  assert.deepEqual(describeFeed(models[0]!, WORDS.en), {
    name: null,
    steps: "none, as arrays are fed as they are",
    formula: null,
    found: null,
  });
  assert.equal(describeFeed(photos.models[0]!, WORDS.en).name, "imagenet");
});

Deno.test("the page that compares counts arrays as arrays", () => {
  const { about } = viewCompare({ report, layers: layerReports, words: WORDS.en });
  assert.match(about, /, 2 arrays\.$/);
});

Deno.test("a layer whose maps are not compared with the photo heads them without a share", () => {
  const { averages } = layerReports[0]!;
  const keepsPicture = averages!.keepsPicture.map(() => null);
  const measures = { ...layerReports[0]!, averages: { ...averages!, keepsPicture } };
  const head = (subject: ReturnType<typeof of>): string => viewLayer(subject).panel!.photosHead;
  assert.match(head(of(photos)), /on every photo, with how much of its map is photo/);
  assert.equal(head({ ...of(photos), measures }), "This kernel on every photo");
  assert.equal(head(of(report)), "This kernel on every array");
});

Deno.test("the first page counts as many kernels as its models have", () => {
  const { lead, models } = viewIndex({ report: photos, layers: layerReports, words: WORDS.en });
  const count = (text: string): number => Number(/([\d,]+) kernels?/.exec(text)![1]);
  assert.equal(count(lead), models.reduce((sum, model) => sum + count(model.lead), 0));
});

Deno.test("the first page speaks of no map of a model that was fed nothing", () => {
  const [section] = viewIndex({ report: unseen, layers: layerReports, words: WORDS.en }).models;
  assert.match(section!.lead, /kernels, without maps\.$/);
  assert.equal(section!.cards, null);
});

Deno.test("a layer without maps has no legend of their colours", () => {
  const find = (fed: Report): string => {
    const path = "net-1.0/conv1/index.html";
    return renderTexts(fed, layerReports).get(path)!;
  };
  assert.match(find(photos), /data-legend="maps"/);
  assert.match(find(unseen), /data-legend="kernels"/);
  assert.doesNotMatch(find(unseen), /data-legend="maps"/);
});
