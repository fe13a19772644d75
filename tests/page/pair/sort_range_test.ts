import assert from "node:assert/strict";
import { gatherLayerFile, readLayerFile } from "../../../src/site/layer_data.ts";
import { describeSort } from "../../../src/page/pair/sort_range.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;
const subject = { report, model, layer: model.layers[0]! };
const data = readLayerFile(gatherLayerFile(layerReports[0]!, subject));
const tell = (sort: string, shown: readonly number[], language: "en" | "zh-CN" = "en") =>
  describeSort({ data, words: WORDS[language] }, sort, shown);

Deno.test("describeSort() gives the range of what is shown, and over what it is a mean", () => {
  const order = [3, 0, 1, 5]; // pair 5 has no value
  assert.equal(tell("keepsPicture", order), "by photo share, mean of 2 photos: 0.75 … 0.06");
  assert.equal(tell("keepsPicture", order, "zh-CN"), "按“照片占比”（2 张照片的平均）：0.75 … 0.06");
  assert.equal(tell("dcGain", order), "by DC gain: 0.5000 … 0.0010");
});

Deno.test("describeSort() has nothing to say of numbers, classes, and of no pair", () => {
  assert.equal(tell("index", [0, 1]), null);
  assert.equal(tell("class", [0, 1]), null);
  assert.equal(tell("keepsPicture", []), null);
  assert.equal(tell("keepsPicture", [5]), null);
});
