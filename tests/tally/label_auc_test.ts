import assert from "node:assert/strict";
import { measureAuc } from "../../src/tally/label_auc.ts";

Deno.test("an AUC is the share of pairs in which the photo of the label is above, ties by halves", () => {
  assert.equal(measureAuc([0, 0, 3], [4, 1, 3])!.value, 1);
  assert.equal(measureAuc([3, 0, 0], [3, 1, 4])!.value, 0);
  assert.equal(measureAuc([2, 2], [5, 5])!.value, 0.5);
  // Of 2 × 3 pairs: the one in the middle is above one of three and beside another, the last above all.
  assert.equal(measureAuc([0, 1, 1], [1, 2, 2])!.value, (1 + 0.5 + 0 + 1 + 1 + 0.5) / 6);
});

Deno.test("an AUC is so many deviations of the ranks of chance above a half", () => {
  const { value, deviations } = measureAuc([0, 10], [30, 20])!;
  assert.equal(value, (30 + 5) / 40);
  assert.ok(Math.abs(deviations - 0.375 / Math.sqrt(51 / (12 * 10 * 40))) < 1e-12);
});

Deno.test("a label that no photo has, or every one, is told from nothing", () => {
  assert.equal(measureAuc([0, 0], [3, 4]), null);
  assert.equal(measureAuc([3, 4], [3, 4]), null);
});
