import assert from "node:assert/strict";
import { findCycles } from "../../../src/analysis/comparison/permutation_cycles.ts";

Deno.test("findCycles() finds what goes round, and leaves out what stays", () => {
  assert.deepEqual(findCycles([2, 1, 4, 5, 0, 3]), [[0, 2, 4], [3, 5]]);
  assert.deepEqual(findCycles([0, 1]), []);
});
