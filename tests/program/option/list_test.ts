import assert from "node:assert/strict";
import { addToList } from "../../../src/program/option/list.ts";

// [what, texts, items]
const cases: readonly [string, string[], string[]][] = [
  ["at commas", ["#0, #-1,conv*,"], ["#0", "#-1", "conv*"]],
  ["but not within a glob's braces and brackets", ["conv{1,2},x[1,2]/*,b"], [
    ...["conv{1,2}", "x[1,2]/*", "b"],
  ]],
  ["and adds those of the option before", ["a", "b,c"], ["a", "b", "c"]],
];

for (const [what, texts, items] of cases) {
  Deno.test(`addToList() splits a text ${what}`, () => {
    const list = texts.reduce<unknown>((before, text) => addToList(text, before), undefined);
    assert.deepEqual(list, items);
  });
}
