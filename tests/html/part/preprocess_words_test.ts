import assert from "node:assert/strict";
import { describePreprocess } from "../../../src/html/part/preprocess_words.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { report } from "../../support/report/report_fixture.ts";

const model = report.models[0]!;

Deno.test("describePreprocess() says the steps and the formula", () => {
  assert.deepEqual(describePreprocess(model.preprocess, WORDS.en), {
    name: "imagenet",
    steps:
      "shortest side to 256 pixels, bilinear; centre crop 224 × 224; channels in the order RGB",
    formula: "value = (level ÷ 255 − (0.485, 0.456, 0.406)) ÷ (0.229, 0.224, 0.225)",
    found: null,
  });
});

Deno.test("describePreprocess() leaves out what changes nothing", () => {
  const raw = { ...model.preprocess, resize: null, crop: null, rescale: 1, mean: [0], std: [1] };
  const { steps, formula } = describePreprocess({ ...raw, channels: "gray" }, WORDS.en);
  assert.deepEqual([steps, formula], [
    `to the size of the network's input by the shortest side and a centre crop, bilinear; one grey channel`,
    "value = level",
  ]);
});

Deno.test("describePreprocess() says that profiles are converted", () => {
  const converted = { ...model.preprocess, profile: "convert" } as const;
  assert.match(
    describePreprocess(converted, WORDS.en).steps,
    /^colour profiles converted to sRGB; /,
  );
  assert.match(describePreprocess(converted, WORDS["zh-CN"]).steps, /^色彩配置文件转换为 sRGB/);
});

Deno.test("describePreprocess() says how far a side may grow", () => {
  const resize = { shortestEdge: 800, longestEdge: 1333 };
  const { steps } = describePreprocess({ ...model!.preprocess, resize, crop: null }, WORDS.en);
  assert.match(steps, /^shortest side to 800 pixels, bilinear, longest side at most 1333;/);
});

Deno.test("describePreprocess() says how a photo is fitted", () => {
  const resize = { width: 640, height: 480, fit: "contain" };
  const { steps } = describePreprocess({ ...model.preprocess, resize, crop: null }, WORDS.en);
  assert.match(steps, /^resized to 640 × 480, the whole photo with margins, bilinear;/);
});

Deno.test("describePreprocess() says how light margins are that are not black", () => {
  const resize = { width: 640, height: 640, fit: "contain", margin: 114 };
  const { steps } = describePreprocess({ ...model.preprocess, resize, crop: null }, WORDS.en);
  assert.match(steps, /the whole photo with margins, margins of level 114, bilinear;/);
});

Deno.test("describePreprocess() says by what it was found, and of a guess how to say otherwise", () => {
  const guess = { code: "recipe-guessed", guess: "gray" } as const;
  const found = { sure: false, text: "", reasons: [guess] };
  const preprocess = { ...model.preprocess, name: "auto", found };
  assert.equal(
    describePreprocess(preprocess, WORDS.en).found,
    "found automatically: a guess, as most models of grey photos take it; “preprocess” in the config, " +
      "or --preprocess, says otherwise",
  );
  assert.equal(
    describePreprocess(preprocess, WORDS["zh-CN"]).found,
    "自动判定：此为猜测：接收灰度照片的模型大多如此；可用配置中的“preprocess”或 --preprocess 另行指定",
  );
  const told = {
    ...found,
    sure: true,
    reasons: [{ code: "recipe-of-type", type: "uint8" }],
  } as const;
  assert.equal(
    describePreprocess({ ...preprocess, found: told }, WORDS.en).found,
    "found automatically: as the input takes uint8",
  );
});

Deno.test("describePreprocess() says the same in Chinese", () => {
  const { steps, formula } = describePreprocess(model.preprocess, WORDS["zh-CN"]);
  assert.equal(steps, "短边缩放到 256 像素，双线性插值；中心裁剪 224 × 224；通道顺序 RGB");
  assert.match(formula, /^输入值 = \(像素值 ÷ 255 − \(/);
});
