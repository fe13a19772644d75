import assert from "node:assert/strict";
import type { ReportLayer } from "../../src/report/report.ts";
import { WORDS, type Words } from "../../src/words/words.ts";
import { describeFacts } from "../../src/site/layer_facts.ts";
import { describeLayer } from "../../src/html/layer/layer_lead.ts";
import { describePreprocess } from "../../src/html/part/preprocess_words.ts";
import { layerReports, mapsOnly, report, rgbLayer } from "./report_fixture.ts";

const model = report.models[0]!;

function of(layer: ReportLayer, words: Words = WORDS.en): Parameters<typeof describeFacts>[0] {
  return { layer, model, words };
}

Deno.test("describeFacts() says what a layer is", () => {
  assert.deepEqual(describeFacts(of(rgbLayer)), [
    "10 kernels, 11 × 11 × 3",
    "stride 4, padding 2",
    "each map cell reads 11 × 11 pixels",
    "maps 55 × 55",
    "Conv, float32",
  ]);
});

Deno.test("describeFacts() leaves out what is not known", () => {
  assert.deepEqual(describeFacts(of({ ...mapsOnly, maps: [], fieldMissing: null })), [
    "1 kernel",
    "Conv",
  ]);
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
    assert.equal(describeFacts(of({ ...rgbLayer, ...change }))[1], words);
  });
}

const wide = { cells: [55, 1], first: [0], size: [224], step: 0 };

const fields: readonly (readonly [Partial<ReportLayer>, string])[] = [
  [
    { receptiveField: { size: [224, 224], stride: [0, 0], offset: [0, 0] } },
    "each map cell reads the whole photo",
  ],
  [
    { receptiveField: { size: [3, 224], stride: [1, 0], offset: [0, 0] } },
    "each map cell reads 3 × 224 pixels",
  ],
  [
    { fieldMissing: 'its receptive field is not known behind NonZero "a"', receptiveField: null },
    "what a map cell reads is not known",
  ],
  [
    {
      receptiveField: null,
      maps: rgbLayer.maps.map((maps) => ({
        ...maps,
        fields: [{ cells: [55, 1], first: [0, 1, 2], size: [4, 0, 6], step: 3 }, wide],
      })),
    },
    "each map cell reads 4–6 × 224 pixels",
  ],
  [
    {
      receptiveField: null,
      maps: rgbLayer.maps.map((maps) => ({ ...maps, fields: [wide, wide] })),
    },
    "each map cell reads the whole photo",
  ],
];

for (const [change, words] of fields) {
  Deno.test(`describeFacts() says: ${words}`, () => {
    assert.equal(describeFacts(of({ ...rgbLayer, ...change }))[2], words);
  });
}

Deno.test("describeLayer() says how many photos are missing", () => {
  const subject = {
    words: WORDS.en,
    report,
    model: model,
    layer: mapsOnly,
    measures: layerReports[2]!,
  };
  assert.equal(
    describeLayer(subject),
    "1 map on 1 of 2 photos, without their kernels. Map 4 is never on.",
  );
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
    });
  assert.match(says(0), /In 1 of 10 kernels the strongest cell lies on the padding\./);
  assert.doesNotMatch(says(2), /padding/);
});

Deno.test("describePreprocess() says the steps and the formula", () => {
  assert.deepEqual(describePreprocess(model.preprocess, WORDS.en), {
    name: "imagenet",
    steps:
      "shortest side to 256 pixels, bilinear; centre crop 224 × 224; channels in the order RGB",
    formula: "value = (level ÷ 255 − (0.485, 0.456, 0.406)) ÷ (0.229, 0.224, 0.225)",
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

Deno.test("describeFacts() says the same in Chinese", () => {
  assert.deepEqual(describeFacts(of(rgbLayer, WORDS["zh-CN"])), [
    "10 个卷积核，11 × 11 × 3",
    "步幅 4，填充 2",
    "感受野 11 × 11 像素",
    "特征图 55 × 55",
    "Conv，float32",
  ]);
});

Deno.test("describeLayer() says the same in Chinese", () => {
  const words = WORDS["zh-CN"];
  const subject = { words, report, model: model, layer: rgbLayer, measures: layerReports[0]! };
  assert.equal(
    describeLayer(subject),
    "10 个卷积核各自与其生成的特征图并列，基于 2 张照片。" +
      "特征图 4 在任何照片上都从不激活。特征图 1 在每张照片上都是常数。特征图 3 含有非有限值。" +
      "10 个卷积核中有 1 个最强的一格位于填充上。" +
      "卷积核 0 与读取相同通道的另一个几乎相同，其中 1 个偏置不同。",
  );
});

Deno.test("describePreprocess() says the same in Chinese", () => {
  const { steps, formula } = describePreprocess(model.preprocess, WORDS["zh-CN"]);
  assert.equal(steps, "短边缩放到 256 像素，双线性插值；中心裁剪 224 × 224；通道顺序 RGB");
  assert.match(formula, /^输入值 = \(像素值 ÷ 255 − \(/);
});
