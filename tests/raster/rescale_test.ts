import assert from "node:assert/strict";
import { findRange, rescale } from "../../src/raster/rescale.ts";

Deno.test("findRange() spans all runs", () => {
  assert.deepEqual(findRange([Float32Array.of(1, -2), Float32Array.of(5)]), [-2, 5]);
});

Deno.test("findRange() of a run with NaN is NaN, as in torch.min", () => {
  assert.deepEqual(findRange([Float32Array.of(1), Float32Array.of(NaN, 2)]), [NaN, NaN]);
});

// [what, values, range, expected]
const cases: readonly [string, readonly number[], [number, number], readonly number[]][] = [
  ["maps the range to 0 ... 1", [-1, 0, 1, 3], [-1, 3], [0, 0.25, 0.5, 1]],
  ["clamps what lies outside", [-5, 0, 5], [-1, 1], [0, 0.5, 1]],
  ["divides by 1e-5 at least", [2, 2], [2, 2], [0, 0]],
  ["lets NaN through", [NaN, 1], [0, 1], [NaN, 1]],
  ["gives NaN for an infinite range, as torch does", [0, Infinity], [0, Infinity], [0, NaN]],
];

for (const [what, values, range, expected] of cases) {
  Deno.test(`rescale() ${what}`, () => {
    const target = new Float32Array(values.length);
    rescale(Float32Array.from(values), range, target);
    assert.deepEqual([...target], expected);
  });
}
