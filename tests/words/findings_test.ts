import assert from "node:assert/strict";
import type { ClearReading } from "../../src/analysis/rule/rule_reading.ts";
import type { AskedKernels } from "../../src/words/en_page/finding_words.ts";
import { KERNEL_MEASURES } from "../../src/analysis/rule/rule.ts";
import { WORDS } from "../../src/words/translations.ts";

const [en, zh] = [WORDS.en.finding, WORDS["zh-CN"].finding];
const contrast = { photos: 12, photosOfAverages: 12, averages: 14, all: 64, colour: null };
const colour = {
  differences: { kernels: 11, mean: 0.023 },
  averages: { kernels: 10, mean: 0.777 },
};
const photo: AskedKernels = { question: "keepsPicture", composed: false };
const reading: ClearReading = {
  kind: "clear",
  lead: { kernel: "dcGain", value: 0.76, p: 1 / 10_001, n: 64 },
  control: null,
  peer: { kernel: "coherence", value: -0.79, p: 1 / 10_001, n: 64 },
  rival: {
    kernel: "chroma",
    value: 0.5,
    p: 1 / 10_001,
    n: 64,
    clear: true,
    rest: { held: "dcGain", value: 0.1, kind: "gone" },
  },
};

Deno.test("the words of findings say in plain words what comes from what", () => {
  assert.equal(
    en.averages(contrast),
    "Maps that still look like the photo come from kernels that average.",
  );
  assert.match(
    en.averages({ ...contrast, photosOfAverages: 11 }),
    /^Nearly all maps that still look/,
  );
  assert.equal(
    en.colour(colour),
    "Colour by itself does not help: the maps of 11 coloured edges and the like are 2 % photo " +
      "on average, those of 10 coloured blobs 78 %.",
  );
  assert.equal(zh.averages(contrast), "仍看起来像照片的特征图都来自起平均作用的卷积核。");
  assert.match(zh.colour(colour), /11 个彩色边缘之类的卷积核，其特征图平均有 2 % 是照片；10 个/);
});

Deno.test("the words of findings say of every measure which way it goes", () => {
  for (const kernel of KERNEL_MEASURES) {
    const [more, less] = [0.5, -0.5].map((value) =>
      en.tendency({ kernel, value, p: 0, n: 9 }, photo)
    );
    assert.match(more!, /^[A-Z].* tend to make maps that look more like the photo\.$/);
    assert.equal(less, more!.replace("more like", "less like"));
    assert.match(
      zh.tendency({ kernel, value: 0.5, p: 0, n: 9 }, photo),
      /，其特征图往往越像照片。$/,
    );
  }
});

Deno.test("the words of findings say what maps need, and of which kernels that is so", () => {
  const colour = { question: "colourDependence", composed: true } as const;
  const lead = { kernel: "chroma", value: 0.73, p: 1 / 10_001, n: 192 } as const;
  assert.equal(
    en.tendency(lead, colour),
    "More coloured kernels, composed down to the pixels, tend to make maps that need the photo's " +
      "colours more.",
  );
  const detail = { question: "detailDependence", composed: false } as const;
  assert.match(
    en.tendency({ ...lead, value: -0.4 }, detail),
    /need the photo's fine detail less\.$/,
  );
  assert.match(zh.tendency(lead, colour), /^合成到像素后，.*，其特征图往往越离不开照片的颜色。$/);
  const bare = { kind: "clear", lead, control: null, peer: null, rival: null } as const;
  assert.equal(
    en.numbers({ reading: bare, kernels: 192, photos: 4, asked: colour }),
    "Rank correlation of how much of a map needs colour (1 − r² with the map of the grey photo, " +
      "mean of 4 photos) over 192 kernels composed down to the pixels: chroma (how coloured it is) " +
      "0.73, p ≤ 0.0001.",
  );
});

Deno.test("the words of findings say what goes without colour and without detail", () => {
  const [colour, detail] = [{ low: 0.18, median: 0.31, high: 0.45 }, {
    low: 0,
    median: 0.1,
    high: 1,
  }];
  assert.equal(
    en.tried(colour, detail, 192, "4 photos"),
    "Without colour 31 % of a map goes, 18 % to 45 %; without fine detail 10 % of a map goes, " +
      "0 % to 100 % (median and middle half of 192 maps, tried on 4 photos).",
  );
  assert.match(en.tried(null, detail, 1, "1 photo"), /^Without fine detail 10 %.*of 1 map,/);
  assert.match(
    zh.tried(colour, null, 192, "4 张照片"),
    /^去掉颜色后，一张特征图失去 31 %（18 % 至 45 %）（192/,
  );
});

Deno.test("the words of findings give the numbers behind it, with every term explained", () => {
  assert.equal(
    en.numbers({ reading, kernels: 64, photos: 4, asked: photo }),
    "Rank correlation of how much of a map is photo (R², mean of 4 photos) over 64 kernels: " +
      "DC gain (how much a kernel averages) 0.76, p ≤ 0.0001; " +
      "coherence (how much one orientation leads) −0.79, about as strong; " +
      "chroma (how coloured it is) 0.50; 0.10 with DC gain held fixed.",
  );
  assert.equal(
    zh.numbers({
      ...{ reading: { ...reading, peer: null, rival: null }, kernels: 70, photos: 1 },
      asked: photo,
    }),
    "特征图中照片占多少（R²）的秩相关，70 个卷积核中的 64 个：" +
      "直流增益（平均作用有多强）0.76，p ≤ 0.0001。",
  );
});

Deno.test("the words of findings say that nothing is clear, and what comes nearest", () => {
  const { lead } = reading;
  assert.equal(
    en.none({ kind: "unclear", lead: { ...lead, value: 0.24, p: 0.0025 } }, 64),
    "No measure of the kernels clearly goes with how much of their maps is photo. The nearest is " +
      "DC gain (how much a kernel averages) 0.24, p 0.0025, over 64 kernels: " +
      "of up to ten measures, one may come so near by chance.",
  );
  assert.match(
    en.none({ kind: "unclear", lead: { ...lead, value: 0.24, p: 0.0003 } }, 64),
    /over 64 kernels: less than 0\.3, which explains less than a tenth of the order\.$/,
  );
  assert.equal(
    zh.none({ kind: "few", lead: { ...lead, n: 4 } }, 4),
    "只有 4 个卷积核，无法判断什么与特征图中照片占多少相关。",
  );
});
