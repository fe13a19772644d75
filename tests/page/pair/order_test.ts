import assert from "node:assert/strict";
import { arrangePairs } from "../../../src/page/pair/arrangement.ts";
import { orderPairs } from "../../../src/page/pair/order.ts";
import { WORDS } from "../../../src/words/translations.ts";
import type { PairFacts } from "../../../src/page/pair/pair_facts.ts";

const facts: PairFacts = {
  pairs: 5,
  columns: new Map([["norm", [2, null, 3, 2, 0]]]),
  classes: {
    what: ["edge", "colour spot", "edge", "dead", "colour spot"],
    confidence: [1, 1, 1, 1, 1],
    when: ["rare", "broad", "broad", null, "never"],
    where: [null, null, null, null, null],
    wiring: ["one", "few", "few", "many", "many"],
    acts: [null, null, null, null, null],
    shows: [null, null, null, null, null],
  },
  kinds: null,
  families: [2, null, 1, null, 2],
  flags: new Map(),
  tells: null,
  labels: null,
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
  assert.deepEqual(orderPairs(facts, "class", false), [0, 2, 1, 4, 3]);
  assert.deepEqual(orderPairs(facts, "class", true), [3, 1, 4, 0, 2]);
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
  const bare = { ...facts, classes: null, families: null, likeness: null, columns: new Map() };
  for (const sort of ["class", "family", "likeness", "norm", "nothing"]) {
    assert.deepEqual(orderPairs(bare, sort, false), [0, 1, 2, 3, 4]);
  }
});

Deno.test("arrangePairs() shows in order what the classes, the families and the search leave", () => {
  const context = {
    facts,
    verdictOf: () => null,
    isFlat: () => false,
    words: WORDS.en,
    nameMeasure: String,
  };
  const state = {
    sort: "norm",
    reversed: false,
    classes: ["edge", "colour spot"],
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

Deno.test("arrangePairs() shows what is in any class of one sort, and in one of every sort", () => {
  const context = {
    facts,
    verdictOf: () => null,
    isFlat: () => false,
    words: WORDS.en,
    nameMeasure: String,
  };
  const show = (...classes: string[]): readonly number[] => {
    const state = { sort: "index", reversed: false, classes, families: [], query: "" };
    return arrangePairs(state, context).shown;
  };
  assert.deepEqual(show("when:rare", "when:broad"), [0, 1, 2]);
  assert.deepEqual(show("when:rare", "when:broad", "edge"), [0, 2]);
  assert.deepEqual(show("wiring:few", "colour spot"), [1]);
  assert.deepEqual(show("where:inside"), []);
});
