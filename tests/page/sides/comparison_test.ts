import assert from "node:assert/strict";
import { compareNumbers } from "../../../src/page/sides/comparison.ts";
import type { Tile } from "../../../src/tensor/tile_bytes.ts";
import { formatCosine } from "../../../src/page/sides/comparison_text.ts";

const EXACT = { cosine: 0, change: 0 };

const numbers = (...values: readonly number[]): Tile => ({
  numbers: Float32Array.from(values),
  error: 0,
});

Deno.test("compareNumbers() gives cosine, correlation and relative change", () => {
  const { cosine, correlation, change } = compareNumbers(numbers(3, 4), numbers(4, 3));
  assert.equal(cosine, 24 / 25);
  assert.ok(Math.abs(correlation! + 1) < 1e-12);
  assert.ok(Math.abs(change! - Math.SQRT2 / 5) < 1e-12);
});

Deno.test("compareNumbers() of a and a is 1, 1 and 0; of a and −a the cosine is −1", () => {
  const a = numbers(1, -2, 0.5);
  const same = compareNumbers(a, a);
  assert.ok(Math.abs(same.cosine! - 1) < 1e-12 && Math.abs(same.correlation! - 1) < 1e-12);
  assert.equal(same.change, 0);
  assert.ok(Math.abs(compareNumbers(a, numbers(-1, 2, -0.5)).cosine! + 1) < 1e-12);
});

Deno.test("compareNumbers() gives null for what is zero, constant or not finite", () => {
  assert.deepEqual(compareNumbers(numbers(0, 0), numbers(1, 2)), {
    cosine: null,
    correlation: null,
    change: null,
    errors: EXACT,
  });
  assert.equal(compareNumbers(numbers(1, 1), numbers(1, 2)).correlation, null);
  assert.equal(compareNumbers(numbers(1, NaN), numbers(1, 2)).cosine, null);
});

Deno.test("formatCosine() says 1 of nothing but 1", () => {
  assert.deepEqual([1, 0.99998, 0.5, -0.25, -0.00001, -1].map((each) => formatCosine(each)), [
    "1.0000",
    "0.99998",
    "0.5000",
    "−0.2500",
    "0.0000",
    "−1.0000",
  ]);
});
