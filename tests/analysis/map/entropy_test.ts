import assert from "node:assert/strict";
import { measureEntropy } from "../../../src/analysis/map/entropy.ts";
import { summarize } from "../../../src/tensor/summary.ts";
import { createRandom } from "../../support/random.ts";

function entropyOf(values: Float32Array): number | null {
  return measureEntropy(values, summarize(values));
}

// [what, values, bits]
const cases: readonly [string, readonly number[], number | null][] = [
  ["a constant", [3, 3, 3], 0],
  ["two values, half and half", [0, 5, 5, 0], 1],
  ["four values, as often", [1, 2, 3, 4], 2],
  ["one in four", [0, 0, 0, 1], 0.25 * 2 + 0.75 * Math.log2(4 / 3)],
  ["256 steps", Array.from({ length: 256 }, (_, i) => i), 8],
  ["finite values among others", [NaN, 0, Infinity, 1, -Infinity], 1],
  ["a constant among others", [NaN, 2, 2, Infinity], 0],
  ["no finite value", [NaN, Infinity], null],
  ["nothing", [], null],
];

for (const [what, values, bits] of cases) {
  Deno.test(`measureEntropy() of ${what}`, () => {
    assert.equal(entropyOf(Float32Array.from(values)), bits);
  });
}

Deno.test("measureEntropy() does not depend on scale and offset by powers of two", () => {
  const values = createRandom(70).floats(500, -1, 1);
  assert.equal(entropyOf(values.map((value) => 4 * value)), entropyOf(values));
});

Deno.test("measureEntropy() lies between 0 and 8 bits", () => {
  const random = createRandom(71);
  for (let i = 0; i < 100; i++) {
    const bits = entropyOf(random.floats(random.whole(1, 2000)))!;
    assert(bits >= 0 && bits <= 8);
  }
});
