import assert from "node:assert/strict";
import { findDamage } from "../../src/oddity/damage.ts";
import type { OddLayer } from "../../src/oddity/odd_layer.ts";
import type { ReportComparedLayer, ReportComparison } from "../../src/report/report_comparison.ts";
import { COMPARED, COMPARED_REPORT } from "../support/report/made_comparison.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { report, rgbLayer } from "../support/report/report_fixture.ts";

const [model] = report.models;

const compared: ReportComparedLayer = {
  ...COMPARED[0]!,
  ...{ medianError: 0.06, worstError: 0.17 },
  worst: { kernel: 3, other: 4, image: "chelsea" },
};

function compare(
  changes: Partial<ReportComparedLayer>,
  of: Partial<ReportComparison> = {},
): OddLayer {
  const comparison: ReportComparison = {
    ...COMPARED_REPORT.comparisons[0]!,
    ...{ a: "first", b: "net-1.0", seenAlike: true },
    layers: [{ ...compared, ...changes }],
    ...of,
  };
  const measures = layerReports[0]!;
  const { maps } = measures;
  const odd = { ...report, comparisons: [comparison] };
  return { report: odd, model: model!, layer: rgbLayer, measures, maps, before: [] };
}

Deno.test("findDamage() names the map that differs most, of both models, and the photo", () => {
  const { kernel, other, image, value, usual, surprise, ...rest } = findDamage(compare({}))!;
  assert.deepEqual([kernel, other, image, value, usual], [4, 3, "chelsea", 0.17, 0.06]);
  assert.equal(rest.model, "first");
  assert(surprise > 0.8);
  assert(findDamage(compare({ worstError: 1.4, medianError: 0.9 }))!.surprise > surprise);
});

Deno.test("findDamage() takes rounding, other networks and other photos for no surprise", () => {
  assert.equal(findDamage(compare({ worstError: 0.049 }))!.surprise, 0);
  assert.equal(findDamage(compare({}, { learnedAlike: false }))!.surprise, 0);
  assert.equal(findDamage(compare({}, { seenAlike: false }))!.surprise, 0);
  assert.equal(findDamage(compare({ worst: null, worstError: null })), null);
  assert.equal(findDamage(compare({}, { b: "another" })), null);
});

Deno.test("findDamage() takes a number by itself for no surprise: it may be next to 0", () => {
  const maps = rgbLayer.maps.map((each) => ({ ...each, space: [1, 1] }));
  assert.equal(findDamage({ ...compare({}), layer: { ...rgbLayer, maps } })!.surprise, 0);
});

Deno.test("findDamage() is less surprised where the maps that a layer reads differ too", () => {
  const layers = [compared, { ...compared, a: "before", b: "before", medianError: 0.1 }];
  const odd = compare({}, { layers });
  const behind = { ...odd, layer: { ...rgbLayer, reads: ["before"] } };
  assert.equal(findDamage(odd)!.surprise, 0.8 + 0.15 * 0.17);
  assert.equal(findDamage(behind)!.surprise, 0.8 + 0.15 * (0.17 - 0.1));
});
