import assert from "node:assert/strict";
import { headScript, SCRIPTS, singleFileScript } from "../../src/html/assets.ts";
import { WORDS } from "../../src/words/translations.ts";

const HAN = /\p{Script=Han}/u;

Deno.test("the script of a language says nothing in another", () => {
  const { en, "zh-CN": chinese } = SCRIPTS;
  assert.doesNotMatch(en, HAN);
  assert.doesNotMatch(headScript, HAN);
  assert(en.includes(WORDS.en.panel.everyPhoto));
  assert(!chinese.includes(WORDS.en.panel.everyPhoto));
  assert(chinese.includes(WORDS["zh-CN"].panel.everyPhoto));
});

Deno.test("the script of a report in one file speaks every language", () => {
  for (const { panel } of Object.values(WORDS)) assert(singleFileScript.includes(panel.everyPhoto));
});
