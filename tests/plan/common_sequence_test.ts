import assert from "node:assert/strict";
import { findLongestCommon } from "../../src/plan/common_sequence.ts";

Deno.test("findLongestCommon() finds the longest run that both have in order", () => {
  assert.deepEqual(findLongestCommon([..."abcbdab"], [..."bdcaba"]).length, 4);
  assert.deepEqual(findLongestCommon([..."xaby"], [..."abz"]), [[1, 0], [2, 1]]);
  assert.deepEqual(findLongestCommon([], ["a"]), []);
});

Deno.test("findLongestCommon() pairs equal words in their order", () => {
  assert.deepEqual(findLongestCommon(["a", "a", "a"], ["a", "a"]), [[0, 0], [1, 1]]);
});
