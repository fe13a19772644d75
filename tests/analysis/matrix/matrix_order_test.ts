import assert from "node:assert/strict";
import { orderMatrix } from "../../../src/analysis/matrix/matrix_order.ts";

// Rows and columns of two kinds that take turns.
const BLOCKS = Float32Array.of(
  ...[1, -1, 1, -1], // read alike by kernels 0 and 2
  ...[0.1, 1, 0.1, 0.9],
  ...[1, -0.9, 1, -1],
  ...[0.1, 1, 0.2, 1],
);

Deno.test("orderMatrix() puts like inputs side by side, and keeps the order of kernels that is known", () => {
  const likeness = [0, 2, 1, 3];
  const { output, input } = orderMatrix({ data: BLOCKS, dims: [4, 4, 1, 1] }, {
    group: 1,
    likeness,
  });
  assert.deepEqual(output, likeness);
  const sides = input.map((each) => each % 2);
  assert.deepEqual(sides, [sides[0], sides[0], sides[3], sides[3]]);
});

Deno.test("orderMatrix() orders each group by itself", () => {
  const data = Float32Array.of(...BLOCKS, ...BLOCKS.map((weight) => -weight));
  const { output, input } = orderMatrix({ data, dims: [8, 4, 1, 1] }, { group: 2, likeness: [] });
  for (const order of [output, input]) {
    assert.deepEqual(order.slice(0, 4).toSorted(), [0, 1, 2, 3]);
    assert.deepEqual(order.slice(4), order.slice(0, 4).map((place) => place + 4));
    const sides = order.map((each) => each % 2);
    assert.deepEqual(sides.slice(0, 4), [sides[0], sides[0], sides[3], sides[3]]);
  }
});

Deno.test("orderMatrix() puts inputs that nothing reads last", () => {
  const data = Float32Array.of(0, 1, 2, /* kernel 1: */ 0, -1, 2);
  const { input } = orderMatrix({ data, dims: [2, 3, 1, 1] }, { group: 1, likeness: [0, 1] });
  assert.equal(input.at(-1), 0);
});
