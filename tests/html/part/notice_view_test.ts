import assert from "node:assert/strict";
import { viewNotices } from "../../../src/html/part/notice_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports, report } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;

Deno.test("viewNotices() counts what is odd and leads to it", () => {
  const notices = viewNotices(model, { measures: layerReports, base: "net/", words: WORDS.en });
  const dead = notices.find(({ words }) => words.endsWith("never on, on any photo"))!;
  const [layer] = dead.layers;
  assert.equal(layer!.href, "net/conv1/index.html#q=is:never-on");
  assert.equal(layer!.count, "1");
});

Deno.test("viewNotices() says nothing of a model without oddities, or of another model", () => {
  const measures = layerReports.map((each) => ({ ...each, model: "other" }));
  const layers = model.layers.map((layer) => ({ ...layer, rule: null }));
  const plain = { ...model, layers, leftOut: null };
  assert.deepEqual(viewNotices(plain, { measures, base: "", words: WORDS.en }), []);
});

Deno.test("viewNotices() names the first layers and counts the rest", () => {
  const layers = Array.from({ length: 9 }, (_, i) => ({ ...model.layers[0]!, id: `l${i}` }));
  const measures = layers.map(({ id }) => ({ ...layerReports[0]!, layer: id }));
  const [first] = viewNotices({ ...model, layers }, { measures, base: "", words: WORDS["zh-CN"] });
  assert.equal(first!.layers.length, 6);
  assert.equal(first!.more, "以及另外 3 层");
});

Deno.test("viewNotices() says which fully connected layers are not drawn, and how they would be", () => {
  const leftOut = { layers: ["fc"], ops: ["MatMul"], share: 0.9981 };
  const subject = { measures: [], base: "", words: WORDS.en };
  const [notice] = viewNotices({ ...model, layers: [], leftOut }, subject);
  assert.equal(
    notice?.words,
    "1 fully connected layer is not drawn: it holds 99 % of the weights; " +
      'write "layers": ["*", "op:MatMul"] to draw it too',
  );
});
