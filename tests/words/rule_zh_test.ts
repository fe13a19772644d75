import assert from "node:assert/strict";
import type { Rule } from "../../src/analysis/rule.ts";
import { tellRuleInChinese } from "../../src/words/rule_zh.ts";

type Given = readonly [key: string, value: number, p: number];

// A rule of the picture kept, by kernel measure, such as `chroma|dcGain`.
function makeRule(n: number, given: readonly Given[], pairs = n): Rule {
  const keyed = given.map(([name, ...numbers]) => {
    const [kernel, held] = name.split("|");
    return [`${kernel},keepsPicture${held ? `|${held}` : ""}`, ...numbers] as const;
  });
  const pick = (place: 1 | 2, held: boolean | null): Record<string, number> =>
    Object.fromEntries(
      keyed.filter(([key]) => held === null || key.includes("|") === held)
        .map((each) => [each[0], each[place]]),
    );
  return {
    n,
    pairs: pairs < n ? Object.fromEntries(keyed.map(([key]) => [key, pairs])) : {},
    spearman: pick(1, false),
    partial: pick(1, true),
    p: pick(2, null),
    strongest: null,
    counterExamples: null,
  };
}

const LEAST_P = 1 / 10_001;

const cases: readonly (readonly [what: string, rule: Rule, sentence: string])[] = [
  [
    "colour behind DC gain",
    makeRule(64, [
      ["dcGain", 0.786, LEAST_P],
      ["chroma", 0.494, LEAST_P],
      ["chroma|dcGain", 0.0625, 0.64],
    ]),
    "在 64 个卷积核中，特征图保留画面的多少与直流增益正相关（Spearman 0.79，p ≤ 0.0001）；" +
    "与色度也正相关（0.49），但固定直流增益后不再相关（0.06）。",
  ],
  [
    "another measure that leads, of maps of which some are constant",
    makeRule(96, [
      ["centroid", -0.6, LEAST_P],
      ["centroid|dcGain", -0.55, 0.0004],
      ["bandwidth", -0.58, LEAST_P],
      ["chroma", 0.1, 0.3],
    ], 90),
    "在 96 个卷积核的 90 个中，特征图保留画面的多少与频谱质心负相关（Spearman −0.60，p ≤ 0.0001），" +
    "固定直流增益后依然如此（−0.55），与带宽同样紧密地负相关（−0.58）；与色度没有明显相关（0.10）。",
  ],
  [
    "weak relations",
    makeRule(256, [["symmetry", 0.24, 0.0002]]),
    "在 256 个卷积核中，没有卷积核度量与特征图保留画面的多少明显相关；" +
    "最接近的是对称度（Spearman 0.24，p 0.0002）。",
  ],
  [
    "few kernels",
    makeRule(4, [["dcGain", 1, 0.08]]),
    "卷积核太少，无法判断什么与特征图保留画面的多少相关：只有 4 个卷积核。",
  ],
  ["no relation", makeRule(64, []), "没有卷积核度量可与特征图保留画面的多少相比较。"],
];

for (const [what, rule, sentence] of cases) {
  Deno.test(`tellRuleInChinese() tells of ${what}`, () => {
    assert.equal(tellRuleInChinese(rule), sentence);
  });
}
