import assert from "node:assert/strict";
import { readLayer } from "../../../src/analysis/rule/layer_reading.ts";
import type { Rule } from "../../../src/analysis/rule/rule.ts";

const LEAST_P = 1 / 10_001;

/** A rule of 64 kernels: correlations by their keys, and p-values where they are not the least. */
function makeRule(
  spearman: Readonly<Record<string, number>>,
  p: Readonly<Record<string, number>> = {},
): Rule {
  const all = Object.fromEntries(Object.keys(spearman).map((key) => [key, LEAST_P]));
  const rest = { pairs: {}, partial: {}, strongest: null, counterExamples: null };
  return { n: 64, spearman, p: { ...all, ...p }, ...rest };
}

function read(own: Rule, composed: Rule | null = null): unknown[] {
  return readLayer({ ...own, composed }).answers.map(({ question, composed, reading }) => {
    return [question, reading.lead.kernel, reading.lead.value, composed];
  });
}

Deno.test("readLayer() answers each question by the measure that is as strong as any", () => {
  const rule = makeRule({
    "dcGain,keepsPicture": 0.7,
    "coherence,keepsPicture": -0.75,
    "chroma,colourDependence": 0.6,
    "bandwidth,colourDependence": -0.5,
    "centroid,detailDependence": 0.4,
    "norm,detailDependence": 0.6,
  });
  assert.deepEqual(read(rule), [
    ["keepsPicture", "dcGain", 0.7, false],
    ["colourDependence", "chroma", 0.6, false],
    ["detailDependence", "norm", 0.6, false],
  ]);
});

Deno.test("readLayer() tells of kernels composed unless their weights tell more", () => {
  const own = makeRule({ "dcGain,keepsPicture": 0.4, "centroid,detailDependence": 0.8 });
  const composed = makeRule({ "dcGain,keepsPicture": 0.6, "centroid,detailDependence": 0.5 });
  assert.deepEqual(read(own, composed), [
    ["keepsPicture", "dcGain", 0.6, true],
    ["detailDependence", "centroid", 0.8, false],
  ]);
});

Deno.test("readLayer() asks more of what maps need, as more is asked of them", () => {
  const rule = makeRule(
    { "dcGain,keepsPicture": 0.5, "chroma,colourDependence": 0.5 },
    { "dcGain,keepsPicture": 0.0009, "chroma,colourDependence": 0.0009 },
  );
  assert.deepEqual(read(rule), [["keepsPicture", "dcGain", 0.5, false]]);
});

Deno.test("readLayer() tells which need goes with the photo where no kernel measure does", () => {
  const needs = {
    "detailDependence,keepsPicture": -0.58,
    "colourDependence,keepsPicture": 0.4,
  };
  const { answers, need } = readLayer({ ...makeRule(needs), composed: null });
  assert.deepEqual(answers, []);
  assert.deepEqual(need, { need: "detailDependence", value: -0.58, p: LEAST_P, n: 64 });
  const told = makeRule({ ...needs, "dcGain,keepsPicture": 0.5 });
  assert.equal(readLayer({ ...told, composed: null }).need, null);
  const chance = makeRule(needs, {
    "detailDependence,keepsPicture": 0.01,
    "colourDependence,keepsPicture": 0.01,
  });
  assert.equal(readLayer({ ...chance, composed: null }).need, null);
});
