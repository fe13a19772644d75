import assert from "node:assert/strict";
import { dot } from "../../src/tensor/dot.ts";

Deno.test("dot() adds up products, of an even and of an odd number", () => {
  assert.equal(dot(Float64Array.of(1, 2), Float64Array.of(10, 100)), 210);
  assert.equal(dot(Float64Array.of(1, 2, 3), Float64Array.of(10, 100, 1000)), 3210);
  assert.equal(dot(Float64Array.of(), Float64Array.of()), 0);
});
