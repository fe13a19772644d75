import assert from "node:assert/strict";
import { joinMaps } from "../../../src/analysis/family/joined_maps.ts";
import { createRandom } from "../../support/random.ts";

Deno.test("joinMaps() centres maps, so that their cosine is the correlation over all photos", () => {
  const { data, dims } = joinMaps([
    { data: Float32Array.of(1, 2, 3, 5), dims: [2, 2] },
    { data: Float32Array.of(3, 6, 1, 3), dims: [2, 2] },
  ]);
  assert.deepEqual(dims, [2, 4]);
  const [a, b] = [data.subarray(0, 4), data.subarray(4)];
  const product = (x: Float32Array, y: Float32Array): number =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  const cosine = product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  // 1, 2, 3, 6 with 3, 5, 1, 3: cov −1, variances 14 and 8
  assert.ok(Math.abs(cosine - -2 / Math.sqrt(14 * 8)) < 1e-6, `${cosine}`);
});

Deno.test("joinMaps() counts each photo the same, however many cells its maps have", () => {
  const { data } = joinMaps([
    { data: Float32Array.of(0, 0, 0, 0), dims: [1, 4] },
    { data: Float32Array.of(4), dims: [1, 1] },
  ]);
  assert.deepEqual([...data], [-1, -1, -1, -1, 2]);
});

Deno.test("joinMaps() leaves zeros where a map is the same everywhere or not finite", () => {
  const even = new Float32Array(8).fill(0.1);
  const broken = createRandom(1).floats(8).with(3, NaN);
  const { data } = joinMaps([{ data: Float32Array.of(...even, ...broken), dims: [2, 8] }]);
  assert.deepEqual([...data], Array(16).fill(0));
});
