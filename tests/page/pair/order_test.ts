import assert from "node:assert/strict";
import { arrangePairs } from "../../../src/page/pair/arrangement.ts";
import { orderPairs } from "../../../src/page/pair/order.ts";
import type { PairFacts } from "../../../src/page/pair/pair_facts.ts";

const facts: PairFacts = {
  pairs: 5,
  columns: new Map([["norm", [2, null, 3, 2, 0]]]),
  kinds: ["grey edge", "colour blob", "grey edge", "dead", "colour blob"],
  families: [2, null, 1, null, 2],
  flags: new Map(),
  likeness: [4, null, 0, 2, 1],
  nearest: null,
  similarity: null,
};

Deno.test("orderPairs() puts the largest first, equal ones by number, and what is unknown last", () => {
  assert.deepEqual(orderPairs(facts, "norm", false), [2, 0, 3, 4, 1]);
  assert.deepEqual(orderPairs(facts, "norm", true), [4, 0, 3, 2, 1]);
});

Deno.test("orderPairs() puts numbers, classes and likeness upwards", () => {
  assert.deepEqual(orderPairs(facts, "index", false), [0, 1, 2, 3, 4]);
  assert.deepEqual(orderPairs(facts, "index", true), [4, 3, 2, 1, 0]);
  assert.deepEqual(orderPairs(facts, "class", false), [1, 4, 3, 0, 2]);
  assert.deepEqual(orderPairs(facts, "class", true), [0, 2, 3, 1, 4]);
  assert.deepEqual(orderPairs(facts, "likeness", false), [2, 4, 3, 0, 1]);
  assert.deepEqual(orderPairs(facts, "likeness", true), [0, 3, 4, 2, 1]);
  assert.deepEqual(orderPairs(facts, "family", false), [2, 0, 4, 1, 3]);
  assert.deepEqual(orderPairs(facts, "family", true), [0, 4, 2, 1, 3]);
});

Deno.test("orderPairs() puts the pairs that are oddest first", () => {
  const flags = new Map(
    [
      ["zero", new Set([3])],
      ["constant", new Set([1, 3])],
      ["alike", new Set([0, 2])], // nothing odd
      ["border", new Set([2, 4])], // nor this
    ] as const,
  );
  assert.deepEqual(orderPairs({ ...facts, flags }, "flags", false), [3, 1, 0, 2, 4]);
});

Deno.test("orderPairs() keeps the numbers where the layer does not have what is asked for", () => {
  const bare = { ...facts, kinds: null, families: null, likeness: null, columns: new Map() };
  for (const sort of ["class", "family", "likeness", "norm", "nothing"]) {
    assert.deepEqual(orderPairs(bare, sort, false), [0, 1, 2, 3, 4]);
  }
});

Deno.test("arrangePairs() shows in order what the classes, the families and the search leave", () => {
  const context = {
    facts,
    verdictOf: () => null,
    isFlat: () => false,
    nameKind: String,
    nameMeasure: String,
  };
  const state = {
    sort: "norm",
    reversed: false,
    classes: ["grey edge", "colour blob"],
    families: [],
    query: "k:0-2",
  };
  assert.deepEqual(arrangePairs(state, context), {
    order: [2, 0, 3, 4, 1],
    shown: [2, 0, 1],
    problems: [],
  });
  assert.deepEqual(arrangePairs({ ...state, families: ["2"] }, context).shown, [0]);
  assert.deepEqual(arrangePairs({ ...state, classes: [], families: ["1", "2"] }, context).shown, [
    2,
    0,
  ]);
  assert.deepEqual(arrangePairs({ ...state, classes: [], query: "" }, context).shown, [
    2,
    0,
    3,
    4,
    1,
  ]);
});
