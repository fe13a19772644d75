import assert from "node:assert/strict";
import { tintPatterns } from "../../../src/analysis/leading/tinted_patterns.ts";

const patterns = { data: Float32Array.of(1, -0.5, 1, -0.5, 1, -0.5), dims: [3, 1, 2] };

Deno.test("tintPatterns() leaves grey what has no tint, and colours what has a strong one", () => {
  const tints = {
    data: Float32Array.of(0, 0, 0, 0.8, -0.4, -0.4, 0.1, -0.05, -0.05),
    dims: [3, 3],
  };
  const { data, dims } = tintPatterns(patterns, tints);
  assert.deepEqual(dims, [3, 3, 1, 2]);
  const [grey, red, pink] = [0, 6, 12].map((from) => Array.from(data.subarray(from, from + 6)));
  assert.deepEqual(grey, [1, -0.5, 1, -0.5, 1, -0.5]);
  assert.deepEqual(red, [1, -0.5, -0.5, 0.25, -0.5, 0.25]); // positive red, negative cyan
  const strength = 4 * Math.hypot(0.1, 0.05, 0.05);
  assert(Math.abs(pink![2]! - (1 - 1.5 * strength)) < 1e-6);
});
