import assert from "node:assert/strict";
import { viewNotices } from "../../../src/html/part/notice_view.ts";
import { DATASET_REPORT } from "../../support/report/made_dataset.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { report } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;

Deno.test("viewNotices() names the first layers of which the rule is clear, and counts the rest", () => {
  const layers = Array.from({ length: 9 }, (_, i) => ({ ...model.layers[0]!, id: `l${i}` }));
  const [first] = viewNotices({ ...model, layers }, {
    base: "net/",
    words: WORDS["zh-CN"],
    report,
  });
  assert.equal(first!.layers.length, 6);
  assert.equal(first!.layers[0]!.href, "net/l0/index.zh-CN.html#rule");
  assert.equal(first!.more, "以及另外 3 层");
});

Deno.test("viewNotices() says nothing of a model without a rule that has all its layers", () => {
  const layers = model.layers.map((layer) => ({ ...layer, rule: null }));
  const plain = { ...model, layers, leftOut: null };
  assert.deepEqual(viewNotices(plain, { base: "", words: WORDS.en, report }), []);
});

Deno.test("viewNotices() says which fully connected layers are not drawn, and how they would be", () => {
  const leftOut = { layers: ["fc"], ops: ["MatMul"], share: 0.9981 };
  const subject = { base: "", words: WORDS.en, report };
  const [notice] = viewNotices({ ...model, layers: [], leftOut }, subject);
  assert.equal(
    notice?.words,
    "1 fully connected layer is not drawn: it holds 99 % of the weights; " +
      'write "layers": ["*", "op:MatMul"] to draw it too',
  );
});

Deno.test("viewNotices() leads to what excites kernels in a dataset, the last layers first", () => {
  const [datasetModel] = DATASET_REPORT.models;
  const rows = {
    ...datasetModel!,
    layers: datasetModel!.layers.map((layer) => ({ ...layer, rule: null })),
  };
  const subject = { base: "net/", words: WORDS.en, report: DATASET_REPORT };
  const [walls] = viewNotices({ ...rows, leftOut: null }, subject);
  assert.equal(walls!.words, "What excites kernels most in 50,000 photos");
  assert.deepEqual(walls!.layers.map(({ href, count }) => [href, count]), [
    ["net/computed/index.html#wall", "1 kernel"],
    ["net/features.3-Conv/index.html#wall", "12 kernels"],
    ["net/conv1/index.html#wall", "10 kernels"],
  ]);
  assert.deepEqual(viewNotices({ ...rows, leftOut: null }, { ...subject, report }), []);
});
