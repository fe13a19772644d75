import assert from "node:assert/strict";
import { type Axis, layoutAxis } from "../../../src/site/plot/axis.ts";

function summarize({ scale, low, high, ticks }: Axis): readonly unknown[] {
  return [scale, low, high, ticks];
}

Deno.test("layoutAxis() gives shares 0 to 1, or an end of their own where all lie in the lower half", () => {
  const whole = ["linear", 0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]];
  assert.deepEqual(summarize(layoutAxis([0.01, 0.5], "share")), whole);
  assert.deepEqual(summarize(layoutAxis([0, 0], "share")), whole);
  assert.deepEqual(summarize(layoutAxis([0.01, 0.17], "share")), [
    "linear",
    0,
    0.2,
    [0, 0.05, 0.1, 0.15, 0.2],
  ]);
  assert.deepEqual(summarize(layoutAxis([], "share")), whole);
  assert.deepEqual(summarize(layoutAxis([0.01, 0.5, 0.9], "gain")), whole);
});

Deno.test("layoutAxis() is logarithmic from the decade of the smallest gain where most are small", () => {
  const axis = layoutAxis([0.003, 0.02, 0.5, 0.01], "gain");
  assert.deepEqual(summarize(axis), ["log", 0.001, 1, [0.001, 0.01, 0.1, 1]]);
});

Deno.test("layoutAxis() begins at a ten-thousandth: zero has no logarithm", () => {
  const axis = layoutAxis([0, 0, 0.001], "gain");
  assert.equal(axis.low, 1e-4);
  assert.equal(axis.place(0), 0);
});

Deno.test("layoutAxis() gives amounts nice ends, below zero too", () => {
  assert.deepEqual(summarize(layoutAxis([-3.2, 17.1, 8], "amount")), [
    "linear",
    -5,
    20,
    [-5, 0, 5, 10, 15, 20],
  ]);
});

Deno.test("layoutAxis() is logarithmic for amounts of which one is far above the others", () => {
  const axis = layoutAxis([0.2, 0.3, 0.4, 90], "amount");
  assert.deepEqual(summarize(axis), ["log", 0.1, 100, [0.1, 1, 10, 100]]);
});

Deno.test("layoutAxis() has room around one value, and leaves out what is not finite", () => {
  for (const values of [[4], [4, 4, NaN, Infinity]]) {
    const axis = layoutAxis(values, "amount");
    assert.deepEqual([axis.low, axis.high, axis.place(4)], [2, 6, 0.5]);
  }
  assert.deepEqual(summarize(layoutAxis([0], "amount")).slice(0, 3), ["linear", -0.6, 0.6]);
  assert.deepEqual(layoutAxis([], "amount").place(0.5), 0.5);
});

Deno.test("layoutAxis() places on the ends what is beyond them", () => {
  const axis = layoutAxis([0.001, 0.001], "gain");
  assert.deepEqual([0, axis.low, 1, 2].map(axis.place), [0, 0, 1, 1]);
});
