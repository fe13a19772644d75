import assert from "node:assert/strict";
import { type ComparedTiles, orderTiles } from "../../../src/page/sides/compared_tiles.ts";
import { findTwinOf, invertOrder, type Twin } from "../../../src/page/sides/twin.ts";

const twin: Twin = {
  ...{ a: "float/conv", b: "int8/conv", file: "comparisons/float/int8", place: 0 },
  stages: { a: "activated", b: "maps" },
  permuted: true,
  unpaired: false,
};

Deno.test("findTwinOf() finds layers that go together, whichever is A", () => {
  const find = (a: string, b: string) => findTwinOf([twin], { a, b })?.swapped ?? null;
  assert.equal(find("float/conv", "int8/conv"), false);
  assert.equal(find("int8/conv", "float/conv"), true);
  assert.equal(find("float/conv", "int8/other"), null);
});

Deno.test("invertOrder() turns round what goes with what", () => {
  assert.deepEqual(invertOrder([2, 0, 1]), [1, 2, 0]);
  assert.equal(invertOrder(null), null);
});

Deno.test("orderTiles() puts kernels and their inputs in the order of those that they go with", async () => {
  const kernels = [[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]; // two inputs of two weights
  const tiles = {
    viewed: {},
    ranges: kernels.map(([low]) => ({ low, high: low! + 3 })),
    load: (k: number) => Promise.resolve({ numbers: Float32Array.from(kernels[k]!), error: 0 }),
  } as unknown as ComparedTiles;
  const { at, ranges, load } = orderTiles(tiles, {
    other: [2, 0, 1],
    inputs: [1, 0],
    unpaired: false,
  });
  assert.deepEqual([at(0), at(1), at(2)], [2, 0, 1]);
  assert.equal(ranges[0]!.low, 20);
  assert.deepEqual([...(await load!(0)).numbers], [22, 23, 20, 21]);
  const maps = orderTiles({ ...tiles, viewed: null }, {
    other: null,
    inputs: [1, 0],
    unpaired: false,
  });
  assert.deepEqual([...(await maps.load!(1)).numbers], [10, 11, 12, 13]);
});
