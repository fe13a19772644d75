import assert from "node:assert/strict";
import { groupBySize } from "../../../src/visit/photo/size_groups.ts";

// [sizes, groups of at most 10]
const groups = [
  [[], []],
  [[3, 4, 3], [[3, 4, 3]]],
  [[6, 4, 1, 9], [[6, 4], [1, 9]]],
  [[11, 1, 12, 2, 8], [[11], [1], [12], [2, 8]]],
] as const;

for (const [sizes, expected] of groups) {
  Deno.test(`groupBySize() groups what takes ${sizes.join(", ") || "nothing"}`, () => {
    assert.deepEqual(groupBySize(sizes, (size) => size, 10), expected);
  });
}
