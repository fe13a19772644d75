import assert from "node:assert/strict";
import { measureDcGain } from "../../../src/analysis/kernel/dc_gain.ts";
import { assertNear, kernelOf } from "../../support/analysis/kernels.ts";

Deno.test("measureDcGain() is 1 for slices that are even, whatever their signs", () => {
  const data = Float32Array.of(2, 2, 2, 2, -3, -3, -3, -3);
  assertNear(measureDcGain({ data, dims: [2, 2, 2] }), 1);
});

Deno.test("measureDcGain() is 0 for edges", () => {
  assert.equal(measureDcGain(kernelOf([1, -1], [1, -1])), 0);
});

Deno.test("measureDcGain() of one cell in k x k is 1 / k", () => {
  assertNear(measureDcGain(kernelOf([0, 0, 0], [0, 5, 0], [0, 0, 0])), 1 / 3);
});

Deno.test("measureDcGain() squared is the share of energy in the means of the slices", () => {
  const data = Float32Array.of(1, 1, 1, -1); // one even slice, one edge
  assertNear(measureDcGain({ data, dims: [2, 1, 2] })! ** 2, 1 / 2);
});

Deno.test("measureDcGain() is taken along one axis and three as well", () => {
  assertNear(measureDcGain({ data: Float32Array.of(1, 1, 1), dims: [1, 3] }), 1);
  assertNear(measureDcGain({ data: new Float32Array(8).fill(1), dims: [1, 2, 2, 2] }), 1);
});

Deno.test("measureDcGain() has no meaning for zeros and for a single cell", () => {
  assert.equal(measureDcGain(kernelOf([0, 0], [0, 0])), null);
  assert.equal(measureDcGain({ data: Float32Array.of(1, 2), dims: [2, 1, 1] }), null);
});
