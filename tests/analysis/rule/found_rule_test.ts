import assert from "node:assert/strict";
import { findRule } from "../../../src/analysis/rule/found_rule.ts";
import { keyRelation, type RuleKernels, type RuleMaps } from "../../../src/analysis/rule/rule.ts";
import { correlateRelations } from "../../../src/analysis/rule/correlation.ts";
import { spearman } from "../../../src/analysis/rule/spearman.ts";
import { createRandom } from "../../support/random.ts";

const QUICK = { permutations: 99 };

function randomColumns(seed: number, n: number): { kernels: RuleKernels; maps: RuleMaps } {
  const random = createRandom(seed);
  const column = () => [...random.floats(n)];
  return {
    kernels: {
      norm: column(),
      dcGain: column(),
      lumaGain: column(),
      chroma: column(),
      centroid: column(),
      coherence: column(),
      bandwidth: column(),
      separability: column(),
      sparsity: column(),
      symmetry: column(),
    },
    maps: {
      mean: column(),
      std: column(),
      zeros: column(),
      entropy: column(),
      keepsPicture: column(),
      luma: column(),
      edges: column(),
    },
  };
}

Deno.test("findRule() correlates every kernel measure with every map measure", () => {
  const { kernels, maps } = randomColumns(96, 20);
  const rule = findRule(kernels, maps, QUICK);
  assert.equal(rule.n, 20);
  assert.equal(Object.keys(rule.spearman).length, 10 * 7);
  assert.equal(Object.keys(rule.partial).length, 2 * 9 * 7); // not with itself held fixed
  assert.deepEqual(
    Object.keys(rule.p).toSorted(),
    [...Object.keys(rule.spearman), ...Object.keys(rule.partial)].toSorted(),
  );
  assert.deepEqual(rule.pairs, {});
  assert.equal(
    rule.spearman["centroid,luma"],
    spearman(kernels.centroid, maps.luma).value,
  );
  assert.equal(
    rule.partial["chroma,keepsPicture|dcGain"],
    correlateRelations([
      { x: kernels.chroma, y: maps.keepsPicture, fixed: kernels.dcGain },
    ])[0]!.value,
  );
});

Deno.test("keyRelation() names relations as a rule does", () => {
  assert.equal(keyRelation("dcGain", "keepsPicture"), "dcGain,keepsPicture");
  assert.equal(keyRelation("chroma", "keepsPicture", "dcGain"), "chroma,keepsPicture|dcGain");
});

Deno.test("findRule() finds the strongest relation, whatever its sign", () => {
  const { kernels, maps } = randomColumns(97, 50);
  const edges = kernels.symmetry.map((value) => -(value!));
  const { strongest } = findRule(kernels, { ...maps, edges }, QUICK);
  const { spearman: value, ...rest } = strongest!;
  assert(Math.abs(value + 1) < 1e-12);
  assert.deepEqual(rest, { kernel: "symmetry", map: "edges", p: 0.01, n: 50 });
});

Deno.test("findRule() leaves out what has no value, and counts the rest", () => {
  const { kernels, maps } = randomColumns(98, 20);
  const chroma = kernels.chroma.map(() => null);
  const keepsPicture = maps.keepsPicture.with(3, null);
  const rule = findRule({ ...kernels, chroma }, { ...maps, keepsPicture }, QUICK);
  assert(!Object.keys(rule.p).some((key) => key.includes("chroma")));
  assert.equal(rule.pairs["dcGain,keepsPicture"], 19);
  assert.equal(rule.pairs["norm,keepsPicture|dcGain"], 19);
  assert.equal(rule.pairs["dcGain,luma"], undefined);
  assert.equal(rule.counterExamples, null);
});

Deno.test("findRule() finds nothing among too few kernels, and among none", () => {
  for (const n of [0, 2]) {
    const { kernels, maps } = randomColumns(99, n);
    const { strongest, spearman, partial, p } = findRule(kernels, maps);
    assert.deepEqual({ strongest, spearman, partial, p }, {
      strongest: null,
      spearman: {},
      partial: {},
      p: {},
    });
  }
});

Deno.test("findRule() is the same every time", () => {
  const { kernels, maps } = randomColumns(100, 12);
  assert.deepEqual(findRule(kernels, maps, QUICK), findRule(kernels, maps, QUICK));
});

Deno.test("findRule() compares what maps need of the photo, apart from the strongest relation", () => {
  const { kernels, maps } = randomColumns(101, 30);
  const needs = { colourDependence: kernels.chroma, detailDependence: maps.keepsPicture };
  const rule = findRule(kernels, { ...maps, ...needs }, QUICK);
  assert.equal(rule.spearman["chroma,colourDependence"], 1);
  assert.equal(rule.spearman["detailDependence,keepsPicture"], 1);
  assert.equal(rule.p["chroma,colourDependence"], 0.01);
  assert.equal(Object.keys(rule.spearman).length, 10 * 7 + 10 * 2 + 2);
  const { strongest, partial } = findRule(kernels, maps, QUICK);
  assert.deepEqual(rule.strongest, strongest);
  assert.deepEqual(rule.partial, partial);
});
