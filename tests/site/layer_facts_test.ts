import assert from "node:assert/strict";
import type { ReportLayer } from "../../src/report/report_layer.ts";
import { describeFacts } from "../../src/site/layer_facts.ts";
import { WORDS } from "../../src/words/translations.ts";
import type { ComparePageWords } from "../../src/words/words.ts";
import { POINTWISE } from "../support/report/template_views.ts";
import { mapsOnly, report, rgbLayer } from "../support/report/report_fixture.ts";

const model = report.models[0]!;

function of(
  layer: ReportLayer,
  words: ComparePageWords = WORDS.en,
): Parameters<typeof describeFacts>[0] {
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

Deno.test("describeFacts() says the same in Chinese", () => {
  assert.deepEqual(describeFacts(of(rgbLayer, WORDS["zh-CN"])), [
    "10 个卷积核，11 × 11 × 3",
    "步幅 4，填充 2",
    "感受野 11 × 11 像素",
    "特征图 55 × 55",
    "Conv，float32",
  ]);
});

// [what a layer of single weights is, what its kernels do]
const mixing: readonly (readonly [Partial<ReportLayer>, string, string])[] = [
  [{}, "1 × 1: mixes 64 maps, sees no neighbourhood", "1 × 1：混合 64 张特征图，不看邻域"],
  [
    { group: 4 },
    "1 × 1: mixes the 16 maps of its group, sees no neighbourhood",
    "1 × 1：混合本组的 16 张特征图，不看邻域",
  ],
  [
    { group: 64, kernelShape: [1] },
    "1: scales one map, mixes none, sees no neighbourhood",
    "1：只缩放一张特征图，不混合，不看邻域",
  ],
  [
    { readsImage: true, inChannels: 4 },
    "1 × 1: mixes 4 channels, sees no neighbourhood",
    "1 × 1：混合 4 个通道，不看邻域",
  ],
  [{ badges: ["fully-connected"] }, "weighs all of 64 numbers", "对全部 64 个数加权"],
];

for (const [change, english, chinese] of mixing) {
  Deno.test(`describeFacts() says of single weights: ${english}`, () => {
    const layer = { ...POINTWISE.layer, inChannels: 64, group: 1, ...change };
    assert.equal(describeFacts(of(layer))[1], english);
    assert.equal(describeFacts(of(layer, WORDS["zh-CN"]))[1], chinese);
  });
}
