import assert from "node:assert/strict";
import type { Comparison } from "../../../src/page/sides/comparison.ts";
import type { KindResults } from "../../../src/page/sides/compare_results.ts";
import { orderCompared } from "../../../src/page/sides/pair_order.ts";

const open = (...values: readonly (readonly [cosine: number, change: number] | null)[]) =>
  ({
    found: values.map((value): Comparison | null =>
      value && {
        ...{ cosine: value[0], change: value[1], correlation: null },
        errors: { cosine: 0, change: 0 },
      }
    ),
  }) as unknown as KindResults;

// Pair 3 is not measured yet.
const results = {
  kernels: open([1, 0], [0.5, 0.1], [0.9, 0.4], null),
  maps: open([0.9, 0.2], [0.99, 0.3], [0.2, 0.1], null),
  told: null,
};

Deno.test("orderCompared() puts what differs most first, and what is not measured last", () => {
  const order = (sort: Parameters<typeof orderCompared>[1]) =>
    orderCompared(4, sort, results).join("");
  assert.equal(order("error"), "1023");
  assert.equal(order("moved"), "2103");
  assert.equal(order("maps"), "2013");
  assert.equal(order("kernels"), "1203");
  assert.equal(order("index"), "0123");
});

Deno.test("orderCompared() keeps the order of the index before anything is measured", () => {
  assert.deepEqual(orderCompared(3, "error", null), [0, 1, 2]);
});

Deno.test("orderCompared() goes by what the report tells where the numbers are left out", () => {
  const [kernels, maps] = [results.kernels, { ...results.maps, numbers: "left out" }];
  const told = {
    errors: { mean: [0.5, 0.1, 0.1, 0.1], worst: [0.1, null, 0.3, 0.2], photo: [0, null, 0, 0] },
    moves: { moved: [1, 2, 3, 4], cosine: [1, 1, 1, 1] },
  };
  assert.deepEqual(orderCompared(4, "error", { kernels, maps, told }), [2, 3, 0, 1]);
  assert.deepEqual(orderCompared(4, "moved", { kernels, maps, told }), [2, 1, 0, 3]); // as measured
});
