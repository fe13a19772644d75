import assert from "node:assert/strict";
import { findDamage } from "../../src/oddity/damage.ts";
import type { OddLayer } from "../../src/oddity/odd_layer.ts";
import type { ReportComparedLayer } from "../../src/report/report_comparison.ts";
import { COMPARED } from "../support/report/made_comparison.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { report, rgbLayer } from "../support/report/report_fixture.ts";

const [model] = report.models;

const compared: ReportComparedLayer = {
  ...COMPARED[0]!,
  ...{ medianError: 0.06, worstError: 0.17 },
  worst: { kernel: 3, other: 4, image: "chelsea" },
};

function compare(changes: Partial<ReportComparedLayer>, b = "net-1.0"): OddLayer {
  const layers = [{ ...compared, ...changes }];
  const unmatched = { a: [], b: [] };
  const comparisons = [{ a: "first", b, file: "f", seenAlike: true, layers, unmatched }];
  const measures = layerReports[0]!;
  const { maps } = measures;
  const odd = { ...report, comparisons };
  return { report: odd, model: model!, layer: rgbLayer, measures, maps, before: [] };
}

Deno.test("findDamage() names the map that differs most, of both models, and the photo", () => {
  const { kernel, other, image, value, usual, surprise, ...rest } = findDamage(compare({}))!;
  assert.deepEqual([kernel, other, image, value, usual], [4, 3, "chelsea", 0.17, 0.06]);
  assert.equal(rest.model, "first");
  assert(surprise > 0.8);
});

Deno.test("findDamage() takes rounding, and models that do other things, for no surprise", () => {
  assert.equal(findDamage(compare({ worstError: 0.049 }))!.surprise, 0);
  assert.equal(findDamage(compare({ worstError: 1.4, medianError: 0.9 }))!.surprise, 0);
  assert.equal(findDamage(compare({ worst: null, worstError: null })), null);
  assert.equal(findDamage(compare({}, "another")), null);
});
