import assert from "node:assert/strict";
import { dot } from "../../src/tensor/dot.ts";
import { summarize } from "../../src/tensor/summary.ts";
import { toUnit, toUnitOf } from "../../src/tensor/unit.ts";
import { createRandom } from "../support/random.ts";

const ROUNDING = 1e-14;

Deno.test("toUnit() centres numbers and scales them to length 1", () => {
  const unit = toUnit(createRandom(64).floats(101, 1000, 1001))!;
  assert(Math.abs(unit.reduce((sum, value) => sum + value)) < 1e-10);
  assert(Math.abs(dot(unit, unit) - 1) < ROUNDING);
});

Deno.test("toUnit() gives units whose product is Pearson's correlation", () => {
  const a = toUnit(Float64Array.of(1, 2, 3))!;
  const b = toUnit(Float64Array.of(1, 3, 2))!;
  assert(Math.abs(dot(a, b) - 0.5) < ROUNDING);
});

Deno.test("toUnit() does not depend on scale and offset", () => {
  const values = Float64Array.from(createRandom(65).floats(50));
  const other = toUnit(values.map((value) => 5 - 3 * value))!;
  toUnit(values)!.forEach((value, i) => assert(Math.abs(value + other[i]!) < ROUNDING));
});

// Where all are equal, the mean of 0.1 repeated is not 0.1 itself.
const without: readonly (readonly number[])[] = [
  [],
  [7],
  new Array(10).fill(0.1),
  [1, NaN],
  [NaN, NaN],
  [1, Infinity],
];

for (const values of without) {
  Deno.test(`toUnit() has no unit for [${values}]`, () => {
    assert.equal(toUnit(Float64Array.from(values)), null);
  });
}

Deno.test("toUnit() scales the smallest and the largest float32", () => {
  for (const size of [1.401298464324817e-45, 3.4028234663852886e38]) {
    const unit = toUnit(Float32Array.of(-size, size))!;
    assert(Math.abs(unit[1]! - Math.SQRT1_2) < ROUNDING);
  }
});

Deno.test("toUnitOf() gives what toUnit() gives, of numbers that are summarised", () => {
  const cases = [
    createRandom(66).floats(101, 1000, 1001),
    createRandom(67).floats(50, -1e38, 1e38),
    Float32Array.of(1e-45, 0, 0),
    Float32Array.of(7, 7, 7),
    Float32Array.of(1, NaN, 3),
    Float32Array.of(1, 2, Infinity),
    new Float32Array(0),
  ];
  for (const values of cases) {
    const [unit, expected] = [toUnitOf(values, summarize(values)), toUnit(values)];
    if (expected === null) assert.equal(unit, null);
    else unit!.forEach((value, i) => assert(Math.abs(value - expected[i]!) < ROUNDING));
  }
});
