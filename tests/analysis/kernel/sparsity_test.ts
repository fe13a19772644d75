import assert from "node:assert/strict";
import { measureSparsity } from "../../../src/analysis/kernel/sparsity.ts";

Deno.test("measureSparsity() counts what is below 1 % of the layer's largest", () => {
  const weights = Float32Array.of(0, -0.5, 1.5, -9);
  assert.equal(measureSparsity(weights, 100), 0.5);
  assert.equal(measureSparsity(weights, 9), 0.25);
});

Deno.test("measureSparsity() has no meaning in a layer of zeros", () => {
  assert.equal(measureSparsity(new Float32Array(4), 0), null);
});
