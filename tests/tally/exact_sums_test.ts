import assert from "node:assert/strict";
import {
  addToSums,
  carryDigits,
  createExactSums,
  mergeSums,
  readSum,
} from "../../src/tally/exact_sums.ts";
import { createChance } from "../support/rounds.ts";

const chance = createChance(16);

// Of all sizes that sums of float32 values and of their squares have.
function drawNumbers(count: number): number[] {
  return Array.from(
    chance.floats(count, -1),
    (number) => number / 3 * 2 ** chance.whole(-200, 200), // of more bits than a float32
  );
}

function sumOf(numbers: readonly number[]): number {
  const sums = createExactSums(1);
  for (const number of numbers) addToSums(sums, [number]);
  return readSum(sums, 0);
}

Deno.test("sums are rounded once, whatever comes in between", () => {
  assert.equal(sumOf([1e38, 1, -1e38]), 1);
  assert.equal(sumOf([2 ** -300, 2 ** 200, 2 ** -300, -(2 ** 200)]), 2 ** -299);
  assert.equal(sumOf(Array(10).fill(0.1)), 1); // 0.1 is a little more than a tenth
  assert.equal(sumOf([0.1, 0.2]), 0.1 + 0.2);
  assert.equal(sumOf([-0.5, -0.25]), -0.75);
  assert.equal(sumOf([]), 0);
});

Deno.test("sums of a number and its negative are 0, of whatever sizes they are", () => {
  const numbers = drawNumbers(500);
  const others = numbers.map((number) => -number).sort();
  assert.equal(sumOf([...numbers, ...others]), 0);
});

Deno.test("sums have the same digits in any order and in any parts", () => {
  const rows = Array.from({ length: 60 }, () => drawNumbers(4));
  const whole = createExactSums(4);
  for (const row of rows) addToSums(whole, row);
  carryDigits(whole);
  for (const parts of [1, 2, 7, 60]) {
    const sums = Array.from({ length: parts }, () => createExactSums(4));
    rows.toReversed().forEach((row, i) => addToSums(sums[i % parts]!, row));
    const merged = createExactSums(4);
    for (const part of sums) mergeSums(merged, part);
    assert.deepEqual(merged.digits, whole.digits, `${parts} parts`);
  }
});

Deno.test("digits carry before they hold more than they can", () => {
  const sums = createExactSums(1, { lowest: 0, digits: 2 });
  sums.left.adds = 1;
  for (let i = 0; i < 4; i++) addToSums(sums, [2 ** 32 - 1]);
  assert.ok(sums.left.adds > 0);
  assert.equal(readSum(sums, 0), 4 * (2 ** 32 - 1));
});

Deno.test("what is finer than the lowest digit is rounded, each number alone", () => {
  const sums = createExactSums(1, { lowest: -2, digits: 2 });
  for (const number of [0.3, 0.3, -1.3, 5e9]) addToSums(sums, [number]);
  assert.equal(readSum(sums, 0), 0.25 + 0.25 - 1.25 + 5e9);
});
