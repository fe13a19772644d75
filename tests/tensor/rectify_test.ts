import assert from "node:assert/strict";
import { isRectified, rectify } from "../../src/tensor/rectify.ts";

const data = Float32Array.of(-1, 0, 2.5, -Infinity, Infinity, NaN);

Deno.test("rectify() gives max(0, x), and NaN where x is none", () => {
  assert.deepEqual([...rectify(data)], [0, 0, 2.5, 0, Infinity, NaN]);
});

Deno.test("isRectified() accepts max(0, x), whatever the sign of zero", () => {
  assert(isRectified(rectify(data), data));
  assert(isRectified(Float32Array.of(-0), Float32Array.of(-3)));
});

// [what, what follows, the data]
const others: readonly [string, readonly number[], readonly number[]][] = [
  ["what lets negatives through", [-0.1, 1], [-1, 1]],
  ["what is cut off above", [0, 6], [-1, 7]],
  ["what was rounded on the way", [0, 1], [-1, 1.01]],
  ["NaN that became a number", [0, 0], [NaN, -1]],
  ["numbers of another count", [0], [-1, -1]],
];

for (const [what, rectified, from] of others) {
  Deno.test(`isRectified() refuses ${what}`, () => {
    assert(!isRectified(Float32Array.from(rectified), Float32Array.from(from)));
  });
}
