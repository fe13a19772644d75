import assert from "node:assert/strict";
import { measureCosines } from "../../../src/analysis/comparison/kernel_cosines.ts";
import { compareNumbers } from "../../../src/page/sides/comparison.ts";
import { createTensor, sliceAt } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

Deno.test("measureCosines() measures as many kernels as both have, as a page does of their numbers", () => {
  const random = createRandom(3);
  const [a, b] = [randomTensor(random, [5, 2, 3, 3], -1), randomTensor(random, [4, 2, 3, 3])];
  const { cosine, correlation } = measureCosines(a, b);
  const expected = Array.from({ length: 4 }, (_, k) => {
    const tile = (of: typeof a) => ({ numbers: sliceAt(of, k).data, error: 0 });
    return compareNumbers(tile(a), tile(b));
  });
  assert.deepEqual(measureCosines(b, a).cosine, cosine);
  for (const [k, each] of expected.entries()) {
    assert.ok(Math.abs(each.cosine! - cosine[k]!) < 1e-12);
    assert.ok(Math.abs(each.correlation! - correlation[k]!) < 1e-12);
  }
  assert.equal(cosine.length, 4);
});

Deno.test("measureCosines() gives null for what is zero, constant or not finite", () => {
  const a = createTensor(Float32Array.of(0, 0, 1, 1, 1, NaN), [3, 2]);
  const b = createTensor(Float32Array.of(1, 2, 1, 2, 1, 2), [3, 2]);
  const { cosine, correlation } = measureCosines(a, b);
  assert.deepEqual(cosine.map((each) => each === null), [true, false, true]);
  assert.deepEqual(correlation, [null, null, null]);
});
