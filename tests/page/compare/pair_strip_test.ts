import assert from "node:assert/strict";
import type { Comparison } from "../../../src/page/sides/comparison.ts";
import { findTickAt, viewStrip } from "../../../src/page/compare/pair_strip.ts";
import { COMPARE_EN } from "../../../src/words/en/compare_words.ts";

const EXACT = { cosine: 0, change: 0 };

const found = [0.5, null, -0.1, 0.9].map((value): Comparison => {
  const change = value === null ? null : 1 - value;
  return { cosine: value, correlation: null, change, errors: EXACT };
});
const view = (name: "cosine" | "change", k = 0) =>
  viewStrip([...found, null], { name, title: "Pairs", k, compare: COMPARE_EN })!;

Deno.test("viewStrip() tells the least and the median cosine of those that are known", () => {
  const { lead, worst, rest, ends } = view("cosine");
  assert.deepEqual(worst, { k: 2, text: "least −0.1000 (pair 2)" });
  assert.deepEqual([lead, rest], ["3: ", ", median 0.5000."]);
  assert.deepEqual(ends.map(({ text }) => text), ["−1", "1"]);
});

Deno.test("viewStrip() tells the largest and the median relative error", () => {
  const { worst, rest, ends } = view("change");
  assert.deepEqual(worst, { k: 2, text: "most 110\u202f% (pair 2)" });
  assert.equal(rest, ", median 50\u202f%.");
  assert.deepEqual(ends.map(({ text }) => text), ["0\u202f%", "200\u202f%"]);
});

Deno.test("viewStrip() marks the chosen pair where it has a number, and is null where none has", () => {
  assert.ok(view("change", 3).current !== null);
  assert.equal(view("change", 1).current, null);
  const options = { name: "change", title: "", k: 0, compare: COMPARE_EN } as const;
  assert.equal(viewStrip([null], options), null);
});

Deno.test("findTickAt() finds the pair whose tick is nearest", () => {
  assert.deepEqual([0, 0.3, 1].map((share) => findTickAt(found, "change", share)), [3, 0, 2]);
});
