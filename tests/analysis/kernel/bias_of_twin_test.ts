import assert from "node:assert/strict";
import { countOtherBiases, hasOtherBias } from "../../../src/analysis/kernel/bias_of_twin.ts";

const columns = {
  norm: [1, 2, 1, 1, 3],
  bias: [0.5, 1, 0.5, -0.5, null],
  duplicateOf: [1, 0, 3, 2, 0],
};

Deno.test("hasOtherBias() compares biases by the factor between the weights", () => {
  const found = columns.norm.map((_, k) => hasOtherBias(columns, k));
  assert.deepEqual(found, [false, false, true, true, false]);
  assert.equal(countOtherBiases(columns), 2);
});

Deno.test("hasOtherBias() says nothing of kernels without a twin, or of biases of zero", () => {
  assert.equal(hasOtherBias({ ...columns, duplicateOf: [null] }, 0), false);
  assert.equal(hasOtherBias({ ...columns, bias: [0, 0] }, 0), false);
});
