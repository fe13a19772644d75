import assert from "node:assert/strict";
import { compareTo } from "../../../src/analysis/kind/threshold.ts";

Deno.test("compareTo() takes what reaches the threshold for above, without confidence", () => {
  assert.deepEqual(compareTo({ at: 2, doubt: 1 }, 2), { above: true, confidence: 0 });
});

Deno.test("compareTo() grows surer with the distance, until there is no doubt", () => {
  const threshold = { at: 2, doubt: 4 };
  assert.deepEqual(compareTo(threshold, 1), { above: false, confidence: 0.25 });
  assert.deepEqual(compareTo(threshold, 5), { above: true, confidence: 0.75 });
  assert.deepEqual(compareTo(threshold, 99), { above: true, confidence: 1 });
});
