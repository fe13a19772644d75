import assert from "node:assert/strict";
import { measureEdgeCorrelation } from "../../../src/analysis/map/edge_correlation.ts";
import { measureLumaCorrelation } from "../../../src/analysis/map/luma_correlation.ts";
import { toUnit } from "../../../src/tensor/unit.ts";

const measures = [
  {
    name: "measureLumaCorrelation()",
    measure: (map: Float64Array, photo: Float64Array) =>
      measureLumaCorrelation(toUnit(map), { luma: toUnit(photo) }),
  },
  {
    name: "measureEdgeCorrelation()",
    measure: (map: Float64Array, photo: Float64Array) =>
      measureEdgeCorrelation(toUnit(map), { edges: toUnit(photo) }),
  },
];

const ramp = Float64Array.of(1, 2, 3);

for (const { name, measure } of measures) {
  Deno.test(`${name} is 1 for what is alike and for its negative`, () => {
    assert(Math.abs(measure(Float64Array.of(5, 7, 9), ramp)! - 1) < 1e-12);
    assert(Math.abs(measure(Float64Array.of(9, 7, 5), ramp)! - 1) < 1e-12);
  });

  Deno.test(`${name} gives |r|`, () => {
    assert(Math.abs(measure(Float64Array.of(2, 3, 1), ramp)! - 0.5) < 1e-12);
    assert(measure(Float64Array.of(1, 5, 1), ramp)! < 1e-12);
  });

  Deno.test(`${name} is null where nothing varies`, () => {
    assert.equal(measure(Float64Array.of(4, 4, 4), ramp), null);
    assert.equal(measure(ramp, Float64Array.of(4, 4, 4)), null);
    assert.equal(measure(Float64Array.of(4, NaN, 4), ramp), null);
  });
}
