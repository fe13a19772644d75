import assert from "node:assert/strict";
import { listTerms } from "../../../src/page/pair/query_names.ts";
import { boundNumbers, suggestSearches } from "../../../src/page/pair/query_suggestions.ts";
import { WORDS } from "../../../src/words/translations.ts";

function suggest(text: string, words = WORDS.en): readonly string[] {
  const terms = boundNumbers(["norm", "DC gain", "photo share"]);
  return suggestSearches(text, [...listTerms(words), ...terms]);
}

Deno.test("suggestSearches() completes the last term and keeps those before", () => {
  assert.deepEqual(suggest("norm>0.3 class:colour"), [
    'norm>0.3 class:"colour edge"',
    'norm>0.3 class:"colour spot"',
  ]);
  assert.deepEqual(suggest("!never"), ["!fires:never", "!is:never-on"]);
  assert.deepEqual(suggest("gain"), ["DC-gain>"]);
});

Deno.test("suggestSearches() speaks the language of the page", () => {
  assert.deepEqual(suggest("类别:斑", WORDS["zh-CN"]), ["类别:斑点"]);
  assert(suggest("从不", WORDS["zh-CN"]).includes("是:从不激活"));
});

Deno.test("suggestSearches() says nothing of what is written out, or not begun", () => {
  for (const text of ["", "class:spot ", "k:3", "is:duplicate"]) {
    assert.deepEqual(suggest(text), []);
  }
});
