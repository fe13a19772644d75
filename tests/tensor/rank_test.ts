import assert from "node:assert/strict";
import { rank } from "../../src/tensor/rank.ts";
import { createRandom } from "../support/random.ts";

// [what, values, ranks]
const cases: readonly [string, readonly number[], readonly number[]][] = [
  ["numbers in no order", [10, -5, 7], [3, 1, 2]],
  ["ties, which share their average", [2, 1, 2, 3, 2], [3, 1, 3, 5, 3]],
  ["one number repeated", [4, 4, 4, 4], [2.5, 2.5, 2.5, 2.5]],
  ["zeros of both signs, which are equal", [0, -0, 1], [1.5, 1.5, 3]],
  ["infinities", [Infinity, 0, -Infinity], [3, 2, 1]],
  ["nothing", [], []],
];

for (const [what, values, expected] of cases) {
  Deno.test(`rank() of ${what}`, () => {
    assert.deepEqual([...rank(Float64Array.from(values))], expected);
  });
}

Deno.test("rank() gives ranks that add up to n (n + 1) / 2", () => {
  const random = createRandom(63);
  for (let i = 0; i < 50; i++) {
    const n = random.whole(1, 40);
    const ranks = rank(Float64Array.from({ length: n }, () => random.whole(0, 9)));
    assert.equal(ranks.reduce((sum, value) => sum + value), n * (n + 1) / 2);
  }
});
