import assert from "node:assert/strict";
import { measureSliceEnergy } from "../../../src/analysis/kernel/slice_energy.ts";

Deno.test("measureSliceEnergy() finds the strongest input slices of every kernel", () => {
  const kernels = {
    data: Float32Array.of(0, 1, 0, 2, 0, /* kernel 1: */ 3, 1, 1, 1, 2),
    dims: [2, 5, 1, 1],
  };
  assert.deepEqual(measureSliceEnergy(kernels), {
    strongestSlices: [[3, 1, 0, 2], [0, 4, 1, 2]],
    strongestShare: [1, 15 / 16],
  });
});
