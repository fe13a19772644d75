import assert from "node:assert/strict";
import { LARGEST_TURNED } from "../../../src/analysis/likeness/largest_turned.ts";
import { orderBySimilarity } from "../../../src/analysis/likeness/similarity_order.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

Deno.test("orderBySimilarity() puts directions along a fan in their order", () => {
  const angles = [40, 0, 70, 20, 90, 55]; // degrees
  const data = Float32Array.from(angles.flatMap((angle) => {
    const radians = angle * Math.PI / 180;
    return [3 * Math.cos(radians), 3 * Math.sin(radians)];
  }));
  const order = orderBySimilarity({ data, dims: [6, 2, 1, 1] });
  assert.deepEqual(order.map((k) => angles[k]), [0, 20, 40, 55, 70, 90]);
});

Deno.test("orderBySimilarity() does not mind strength", () => {
  const random = createRandom(85);
  const { data, dims } = randomTensor(random, [20, 2, 3, 3], -1, 1);
  const strengths = Array.from({ length: 20 }, () => 2 ** random.whole(-4, 4));
  const stronger = data.map((weight, i) => weight * strengths[Math.floor(i / 18)]!);
  assert.deepEqual(
    orderBySimilarity({ data: stronger, dims }),
    orderBySimilarity({ data, dims }),
  );
});

Deno.test("orderBySimilarity() puts zeros and damage last", () => {
  const data = Float32Array.of(0, 0, 1, 0, NaN, 1, 0, 1, 1, 1);
  assert.deepEqual(orderBySimilarity({ data, dims: [5, 2] }), [1, 4, 3, 0, 2]);
  assert.deepEqual(orderBySimilarity({ data: new Float32Array(4), dims: [2, 2] }), [0, 1]);
});

Deno.test("orderBySimilarity() orders every kernel once, also beyond what is turned", () => {
  for (const count of [1, 2, 33, LARGEST_TURNED + 1]) {
    const order = orderBySimilarity(randomTensor(createRandom(86), [count, 1, 2, 2], -1, 1));
    const sorted = order.toSorted((a, b) => a - b);
    assert.deepEqual(sorted, Array.from({ length: count }, (_, k) => k));
  }
});

Deno.test("orderBySimilarity() leaves kernels in their order where it is too much work", () => {
  const kernels = randomTensor(createRandom(87), [20, 2, 3, 3], -1, 1);
  const own = Array.from({ length: 20 }, (_, k) => k);
  const products = 20 ** 2 / 2 * 18;
  assert.notDeepEqual(orderBySimilarity(kernels, { mostProducts: products }), own);
  assert.deepEqual(orderBySimilarity(kernels, { mostProducts: products - 1 }), own);
});
