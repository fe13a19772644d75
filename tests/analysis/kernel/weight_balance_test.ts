import assert from "node:assert/strict";
import { measureBalance } from "../../../src/analysis/kernel/weight_balance.ts";

Deno.test("measureBalance() is 1 where all weights are positive, −1 where all are negative", () => {
  const kernels = {
    data: Float32Array.of(1, 3, -1, -3, 1, -3, 0, 0, NaN, 1),
    dims: [5, 2, 1, 1],
  };
  assert.deepEqual(measureBalance(kernels), [1, -1, -0.5, null, null]);
});
