import assert from "node:assert/strict";
import { pairMirrored } from "../../../src/analysis/trial/mirrored_maps.ts";

// Two maps of one row.
const before = { data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8), dims: [2, 1, 4] };
const after = { data: Float32Array.of(10, 20, 30, 40, 50, 60, 70, 80), dims: [2, 1, 4] };

// [sum of the columns, before, after]
const pairs = [
  [3, [1, 2, 3, 4, 5, 6, 7, 8], [40, 30, 20, 10, 80, 70, 60, 50]],
  [2, [1, 2, 3, 5, 6, 7], [30, 20, 10, 70, 60, 50]],
  [4, [2, 3, 4, 6, 7, 8], [40, 30, 20, 80, 70, 60]],
] as const;

for (const [sum, first, second] of pairs) {
  Deno.test(`pairMirrored() lays cells beside each other whose columns add up to ${sum}`, () => {
    const pair = pairMirrored({ before, after }, sum)!;
    assert.deepEqual([...pair.before.data], first);
    assert.deepEqual([...pair.after.data], second);
    assert.deepEqual(pair.after.dims, [2, 1, first.length / 2]);
  });
}

Deno.test("pairMirrored() does not judge by less than half of the columns", () => {
  assert.notEqual(pairMirrored({ before, after }, 1), null);
  for (const sum of [0, -1, 6, 9]) assert.equal(pairMirrored({ before, after }, sum), null);
});
