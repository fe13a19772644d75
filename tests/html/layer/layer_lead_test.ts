import assert from "node:assert/strict";
import { describeLayer } from "../../../src/html/layer/layer_lead.ts";
import type { DatasetColumns } from "../../../src/report/dataset/dataset_columns.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { makeDatasetColumns } from "../../support/report/made_dataset.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { mapsOnly, report, rgbLayer } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;

Deno.test("describeLayer() says how many photos are missing", () => {
  const subject = {
    words: WORDS.en,
    report,
    model: model,
    layer: mapsOnly,
    measures: layerReports[2]!,
  };
  assert.equal(
    describeLayer(subject).join(" "),
    "1 map on 1 of 2 photos, without their kernels. Map 4 is never on. Map 1 is constant. " +
      "Map 3 holds values that are not finite.",
  );
});

Deno.test("describeLayer() calls nothing off or constant that a dataset shows otherwise", () => {
  const measures = layerReports[0]!;
  const made = makeDatasetColumns(rgbLayer);
  const dataset = { ...made, max: made.max.with(1, 5) };
  const subject = { words: WORDS.en, report, model, layer: rgbLayer };
  const says = (own: DatasetColumns | null): string =>
    describeLayer({ ...subject, measures: { ...measures, dataset: own } }).join(" ");
  assert.match(says(null), /Map 4 is never on.*Map 1 is constant/);
  assert.doesNotMatch(says(dataset), /never on|constant/);
  const off = { onPhotos: dataset.onPhotos.with(4, 0), max: made.max };
  assert.match(says({ ...dataset, ...off }), /Map 4 is never on.*Map 1 is constant/);
});

Deno.test("describeLayer() counts the kernels that are strongest on the padding", () => {
  const { layers } = model!;
  const says = (k: number): string =>
    describeLayer({
      words: WORDS.en,
      report,
      model: model!,
      layer: layers[k]!,
      measures: layerReports[k]!,
    }).join(" ");
  assert.match(says(0), /In 1 of 10 kernels the strongest cell lies on the padding\./);
  assert.doesNotMatch(says(2), /padding/);
});

Deno.test("describeLayer() says the same in Chinese", () => {
  const words = WORDS["zh-CN"];
  const subject = { words, report, model: model, layer: rgbLayer, measures: layerReports[0]! };
  assert.equal(
    describeLayer(subject).join(""),
    "10 个卷积核各自与其生成的特征图并列，基于 2 张照片。" +
      "特征图 4 在任何照片上都从不激活。特征图 1 在每张照片上都是常数。特征图 3 含有非有限值。" +
      "10 个卷积核中有 1 个最强的一格位于填充上。" +
      "卷积核 0 与读取相同通道的另一个几乎相同，其中 1 个偏置不同。",
  );
});
