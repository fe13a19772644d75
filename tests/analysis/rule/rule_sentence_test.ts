import assert from "node:assert/strict";
import type { Rule } from "../../../src/analysis/rule/rule.ts";
import { describeRule } from "../../../src/analysis/rule/rule_sentence.ts";

const PICTURE_KEPT = "how much of a map is photo (R²)";

// Correlations with the photo share: [measure, ρ, p] or [measure|held fixed, ρ, p]
function makeRule(
  n: number,
  found: readonly (readonly [string, number, number])[],
  pairs = n,
): Rule {
  const keyed = found.map(([name, value, p]) => {
    const [kernel, held] = name.split("|");
    const key = `${kernel},keepsPicture`;
    return { key: held === undefined ? key : `${key}|${held}`, held, value, p };
  });
  const collect = (each: typeof keyed, name: "value" | "p") =>
    Object.fromEntries(each.map((relation) => [relation.key, relation[name]]));
  return {
    n,
    pairs: pairs === n ? {} : Object.fromEntries(keyed.map(({ key }) => [key, pairs])),
    spearman: collect(keyed.filter(({ held }) => held === undefined), "value"),
    partial: collect(keyed.filter(({ held }) => held !== undefined), "value"),
    p: collect(keyed, "p"),
    strongest: null,
    counterExamples: null,
  };
}

const LEAST_P = 1 / 10_001;

// [what, rule, sentence]
const cases: readonly [string, Rule, string][] = [
  [
    "colour that is only a proxy",
    makeRule(64, [["dcGain", 0.79, LEAST_P], ["chroma", 0.49, LEAST_P], [
      "chroma|dcGain",
      0.06,
      0.6,
    ]]),
    `Over 64 kernels, ${PICTURE_KEPT} goes with DC gain (Spearman 0.79, p ≤ 0.0001); ` +
    "it goes with chroma too (0.49), but not once DC gain is held fixed (0.06).",
  ],
  [
    "colour that leads",
    makeRule(64, [["chroma", 0.8, LEAST_P], ["dcGain", 0.6, LEAST_P], [
      "dcGain|chroma",
      0.4,
      0.001,
    ]]),
    `Over 64 kernels, ${PICTURE_KEPT} goes with chroma (Spearman 0.80, p ≤ 0.0001); ` +
    "it goes with DC gain too (0.60), though less once chroma is held fixed (0.40).",
  ],
  [
    "colour that has no part in it",
    makeRule(64, [["dcGain", 0.79, LEAST_P], ["chroma", -0.12, 0.35]]),
    `Over 64 kernels, ${PICTURE_KEPT} goes with DC gain (Spearman 0.79, p ≤ 0.0001); ` +
    "chroma does not clearly go with it (−0.12).",
  ],
  [
    "a deep layer, of maps of which some are constant",
    makeRule(192, [["dcGain", 0.5, LEAST_P]], 190),
    `Over 190 of 192 kernels, ${PICTURE_KEPT} goes with DC gain (Spearman 0.50, p ≤ 0.0001).`,
  ],
  [
    "another measure that leads, and colour that goes the other way",
    makeRule(96, [
      ["centroid", -0.6, LEAST_P],
      ["centroid|dcGain", -0.55, 0.0004],
      ["chroma", 0.4, 0.00051],
      ["chroma|dcGain", -0.3, 0.004],
    ]),
    `Over 96 kernels, ${PICTURE_KEPT} goes against the spectral centroid (Spearman −0.60, ` +
    "p ≤ 0.0001), and as much once DC gain is held fixed (−0.55); it goes with chroma (0.40), " +
    "but the other way once DC gain is held fixed (−0.30).",
  ],
  [
    "another measure that goes as closely, which DC gain leads",
    makeRule(64, [
      ["coherence", -0.78, LEAST_P],
      ["dcGain", 0.75, LEAST_P],
      ["lumaGain", 0.74, LEAST_P],
      ["chroma", 0.5, LEAST_P],
      ["chroma|dcGain", 0.1, 0.4],
    ]),
    `Over 64 kernels, ${PICTURE_KEPT} goes with DC gain (Spearman 0.75, p ≤ 0.0001), ` +
    "and as closely against coherence (−0.78); it goes with chroma too (0.50), " +
    "but not once DC gain is held fixed (0.10).",
  ],
  [
    "two measures ahead of DC gain",
    makeRule(64, [
      ["coherence", -0.6, LEAST_P],
      ["bandwidth", 0.55, LEAST_P],
      ["dcGain", 0.4, LEAST_P],
      ["coherence|dcGain", -0.4, 0.001],
    ]),
    `Over 64 kernels, ${PICTURE_KEPT} goes against coherence (Spearman −0.60, p ≤ 0.0001), ` +
    "though less once DC gain is held fixed (−0.40), and as closely with bandwidth (0.55).",
  ],
  [
    "what hardly or not clearly remains",
    makeRule(96, [
      ["coherence", -0.6, 0.00032],
      ["coherence|dcGain", -0.19, 0.04],
      ["chroma", 0.4, 0.0005],
      ["chroma|dcGain", 0.21, 0.06],
    ]),
    `Over 96 kernels, ${PICTURE_KEPT} goes against coherence (Spearman −0.60, ` +
    "p 0.0003), but hardly once DC gain is held fixed (−0.19); it goes with chroma (0.40), " +
    "but not clearly once DC gain is held fixed (0.21).",
  ],
  [
    "weak relations",
    makeRule(256, [["symmetry", 0.24, 0.0002], ["dcGain", 0.23, 0.0004]]),
    `Over 256 kernels, no kernel measure clearly goes with ${PICTURE_KEPT}; ` +
    "the nearest is symmetry (Spearman 0.24, p 0.0002).",
  ],
  [
    "strong relations that chance may have made",
    makeRule(10, [["bandwidth", -0.62, 0.0567]]),
    `Over 10 kernels, no kernel measure clearly goes with ${PICTURE_KEPT}; ` +
    "the nearest is bandwidth (Spearman −0.62, p 0.057).",
  ],
  [
    "few kernels",
    makeRule(4, [["dcGain", 1, 0.08]]),
    `Too few kernels to tell what goes with ${PICTURE_KEPT}: 4 kernels.`,
  ],
  [
    "no relation at all",
    makeRule(64, []),
    `No kernel measure could be compared with ${PICTURE_KEPT}.`,
  ],
];

for (const [what, rule, sentence] of cases) {
  Deno.test(`describeRule() tells of ${what}`, () => {
    assert.equal(describeRule(rule), sentence);
  });
}
