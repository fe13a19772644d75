import assert from "node:assert/strict";
import { toDecibels } from "../../../src/analysis/comparison/decibels.ts";
import { measureErrors } from "../../../src/analysis/comparison/relative_error.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";

function rows(...values: readonly (readonly number[])[]): Tensor {
  return { data: Float32Array.from(values.flat()), dims: [values.length, values[0]!.length] };
}

// [what, a, b, the error]
const cases: readonly [string, number[], number[], number | null][] = [
  ["a difference", [3, 4], [3, 3], 0.2],
  ["no difference", [3, 4], [3, 4], 0],
  ["nothing at all", [3, 4], [0, 0], 1],
  ["the negative", [3, 4], [-3, -4], 2],
  ["two of zeros", [0, 0], [0, 0], 0],
  ["something beside nothing", [0, 0], [0, 1], null],
  ["what is not finite", [3, NaN], [3, 4], null],
  ["what is infinite in both", [3, Infinity], [3, Infinity], null],
  ["what became infinite", [3, 4], [3, Infinity], null],
];

for (const [what, a, b, error] of cases) {
  Deno.test(`measureErrors() measures ‖a − b‖ ÷ ‖a‖: ${what}`, () => {
    const [found] = measureErrors(rows(a), rows(b), null);
    if (error === null || found === null) assert.equal(found, error);
    else assert.ok(Math.abs(found! - error) < 1e-12, `${found}`);
  });
}

Deno.test("measureErrors() compares each row with that which it goes with", () => {
  const [a, b] = [rows([1, 0], [0, 1], [1, 1]), rows([0, 1], [1, 0], [1, 1])];
  assert.deepEqual(measureErrors(a, b, [1, 0, 2]), [0, 0, 0]);
});

Deno.test("toDecibels() gives 20 for a tenth, and null where there is no noise", () => {
  assert.equal(toDecibels(0.1), 20);
  assert.equal(toDecibels(1), -0);
  assert.equal(toDecibels(0), null);
});
