import assert from "node:assert/strict";
import { findWorst, measureColumnSpread } from "../../src/analysis/column_spread.ts";

Deno.test("measureColumnSpread() gives quantiles of what is known", () => {
  const values = [10, null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  assert.deepEqual(measureColumnSpread(values), { low: 1, median: 5, high: 9 });
  assert.deepEqual(measureColumnSpread([null]), { low: null, median: null, high: null });
});

Deno.test("findWorst() finds the first of the largest that are known", () => {
  assert.equal(findWorst([null, 0, 2, 2]), 2);
  assert.equal(findWorst([0, 0]), 0);
  assert.equal(findWorst([null]), null);
});
