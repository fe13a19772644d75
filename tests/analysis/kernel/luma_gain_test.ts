import assert from "node:assert/strict";
import { measureLumaGain } from "../../../src/analysis/kernel/luma_gain.ts";
import { assertNear, colourKernel, kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureLumaGain() is 1 for an even grey kernel, bright or dark", () => {
  assertNear(measureLumaGain(colourKernel([2, 2, 2], [2, 2, 2])), 1);
  assertNear(measureLumaGain(colourKernel([-2, -2, -2], [-2, -2, -2])), 1);
});

Deno.test("measureLumaGain() is 0 for opponent colours and for edges", () => {
  assert.equal(measureLumaGain(colourKernel([2, -1, -1], [2, -1, -1])), 0);
  assert.equal(measureLumaGain(colourKernel([1, 1, 1], [-1, -1, -1])), 0);
});

Deno.test("measureLumaGain() of even pure red is 1/√3", () => {
  assertNear(measureLumaGain(colourKernel([1, 0, 0], [1, 0, 0])), 1 / Math.sqrt(3));
});

Deno.test("measureLumaGain() has no meaning without three channels, for zeros and for a cell", () => {
  assert.equal(measureLumaGain(kernelOf([1, 1])), null);
  assert.equal(measureLumaGain(colourKernel([0, 0, 0], [0, 0, 0])), null);
  assert.equal(measureLumaGain(colourKernel([1, 1, 1])), null);
});
