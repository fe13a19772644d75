import assert from "node:assert/strict";
import { findLargest } from "../../src/tensor/largest.ts";
import { countRounds, createChance } from "../support/rounds.ts";

const ROUNDS = countRounds(200, 100_000);

Deno.test("findLargest() names the places of what a stable sort puts first", () => {
  const random = createChance(12);
  for (let round = 0; round < ROUNDS; round++) {
    const values = Array.from({ length: random.whole(0, 30) }, () => random.whole(-5, 5));
    const count = random.whole(0, 6);
    const sorted = values.map((_, i) => i)
      .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!) || a - b);
    assert.deepEqual(findLargest(values, count), sorted.slice(0, count), `${values}, ${count}`);
  }
});

Deno.test("findLargest() puts NaN behind all numbers", () => {
  assert.deepEqual(findLargest([NaN, 0, NaN, -Infinity, 2], 4), [3, 4, 1, 0]);
});
