import assert from "node:assert/strict";
import { summarize, type Summary } from "../../src/tensor/summary.ts";
import { createRandom } from "../support/random.ts";

const NOTHING = { min: null, max: null, mean: null, std: null };

// [what, values, summary]
const cases: readonly [string, readonly number[], Summary][] = [
  [
    "a constant",
    [0.1, 0.1, 0.1],
    {
      min: Math.fround(0.1),
      max: Math.fround(0.1),
      mean: Math.fround(0.1),
      std: 0,
      zeros: 0,
      negatives: 0,
      nonFinite: 0,
    },
  ],
  [
    "signs and zeros",
    [-3, -0, 0, 3],
    { min: -3, max: 3, mean: 0, std: Math.sqrt(4.5), zeros: 2, negatives: 1, nonFinite: 0 },
  ],
  [
    "numbers among NaN and infinities",
    [NaN, 1, Infinity, 3, -Infinity],
    { min: 1, max: 3, mean: 2, std: 1, zeros: 0, negatives: 0, nonFinite: 3 },
  ],
  ["NaN alone", [NaN, NaN], { ...NOTHING, zeros: 0, negatives: 0, nonFinite: 2 }],
  ["nothing", [], { ...NOTHING, zeros: 0, negatives: 0, nonFinite: 0 }],
];

for (const [what, values, expected] of cases) {
  Deno.test(`summarize() of ${what}`, () => {
    assert.deepEqual(summarize(Float32Array.from(values)), expected);
  });
}

Deno.test("summarize() keeps the deviation of numbers that share a large part", () => {
  // E(x²) − E(x)² of these would lose every digit in float32, and half of them in float64.
  const { std } = summarize(Float32Array.of(1e7, 1e7 + 1, 1e7 + 2, 1e7 + 3));
  assert.equal(std, Math.sqrt(1.25));
});

Deno.test("summarize() does not overflow on the largest float32", () => {
  const largest = 3.4028234663852886e38;
  const { mean, std } = summarize(new Float32Array(1000).fill(largest));
  assert.equal(mean, largest);
  assert.equal(std, 0);
});

Deno.test("summarize() holds min <= mean <= max and std <= (max - min) / 2", () => {
  const random = createRandom(1);
  for (let i = 0; i < 200; i++) {
    const { min, max, mean, std } = summarize(random.floats(random.whole(1, 50), -5, 5));
    assert(min! <= mean! && mean! <= max!);
    assert(std! <= (max! - min!) / 2 + 1e-9);
  }
});
