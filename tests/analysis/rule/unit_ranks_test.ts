import assert from "node:assert/strict";
import { toUnitRanks } from "../../../src/analysis/rule/unit_ranks.ts";

const ROWS = [0, 1, 2, 3];

Deno.test("toUnitRanks() ranks numbers alike that differ in their last bits alone", () => {
  const alike = [5.1, 7.123456789012345, 7.123456789012346, 9];
  assert.notEqual(alike[1], alike[2]);
  assert.deepEqual(toUnitRanks(alike, ROWS), toUnitRanks([1, 2, 2, 3], ROWS));
  assert.deepEqual(toUnitRanks([5.1, 7.12345, 7.12346, 9], ROWS), toUnitRanks([1, 2, 3, 4], ROWS));
});

Deno.test("toUnitRanks() gives nothing for a column that is the same everywhere", () => {
  assert.equal(toUnitRanks([2, 2, 2, 2], ROWS), null);
});
