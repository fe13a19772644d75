import assert from "node:assert/strict";
import {
  COMPARE_SCRIPTS,
  DATASET_SCRIPTS,
  headScript,
  RULE_SCRIPTS,
  SCRIPTS,
  SHARE_SCRIPTS,
  singleFileScript,
} from "../../src/html/assets.ts";
import { VERSION } from "../../src/version.ts";
import { WORDS } from "../../src/words/translations.ts";

// 27 kB of a library stood in the script for two of its functions, and half of the words were in another
// language: what has come back shows here.
const MOST = 150_000; // bytes

for (const [language, script] of Object.entries(SCRIPTS)) {
  Deno.test(`the scripts in ${language} have at most ${MOST} bytes each, and check nothing by zod`, () => {
    for (const text of [script, COMPARE_SCRIPTS[language as keyof typeof SCRIPTS]]) {
      assert(new TextEncoder().encode(text).length <= MOST);
      assert.doesNotMatch(text, /ZodError/);
    }
  });
}

// The plots of the rule were an eighth of the script of every page.
const MOST_OF_RULE = 60_000;

Deno.test("the rule and its plots are no part of the script of all pages", () => {
  for (const language of ["en", "zh-CN"] as const) {
    const { logarithmic } = WORDS[language].rule.plot;
    const said = logarithmic("").slice(-4);
    assert(!SCRIPTS[language].includes(said));
    assert(RULE_SCRIPTS[language].includes(said));
    assert(new TextEncoder().encode(RULE_SCRIPTS[language]).length <= MOST_OF_RULE);
  }
});

const MOST_OF_SHARE = 54_000;

Deno.test("what shares a view is no part of the script of all pages", () => {
  for (const language of ["en", "zh-CN"] as const) {
    const { unreadable } = WORDS[language].share;
    assert(!SCRIPTS[language].includes(unreadable));
    assert(!COMPARE_SCRIPTS[language].includes(unreadable));
    assert(SHARE_SCRIPTS[language].includes(unreadable));
    assert(new TextEncoder().encode(SHARE_SCRIPTS[language]).length <= MOST_OF_SHARE);
  }
});

const MOST_OF_DATASET = 29_000;

Deno.test("what a dataset tells is no part of the script of all pages", () => {
  for (const language of ["en", "zh-CN"] as const) {
    const { labels } = WORDS[language].dataset;
    assert(!SCRIPTS[language].includes(labels));
    assert(!singleFileScript.includes(labels));
    assert(DATASET_SCRIPTS[language].includes(labels));
    assert(new TextEncoder().encode(DATASET_SCRIPTS[language]).length <= MOST_OF_DATASET);
  }
});

const HAN = /\p{Script=Han}/u;

Deno.test("the script of a language says nothing in another", () => {
  const { en, "zh-CN": chinese } = SCRIPTS;
  assert.doesNotMatch(en, HAN);
  assert.doesNotMatch(headScript, HAN);
  assert.doesNotMatch(RULE_SCRIPTS.en, HAN);
  assert(en.includes(WORDS.en.panel.everyPhoto));
  assert(!chinese.includes(WORDS.en.panel.everyPhoto));
  assert(chinese.includes(WORDS["zh-CN"].panel.everyPhoto));
});

Deno.test("no script holds what pages alone say", () => {
  const { family, classMeaning, answer } = WORDS.en;
  for (const script of [SCRIPTS.en, COMPARE_SCRIPTS.en, singleFileScript]) {
    for (const said of [family.none, classMeaning.by, answer.lead]) assert(!script.includes(said));
  }
});

Deno.test("the script of a report in one file speaks every language", () => {
  for (const { panel } of Object.values(WORDS)) assert(singleFileScript.includes(panel.everyPhoto));
});

// It stood whole in three scripts for the version in it.
Deno.test("of deno.json scripts hold nothing but the version", () => {
  for (const text of [...Object.values(SHARE_SCRIPTS), singleFileScript]) {
    assert(text.includes(`"${VERSION}"`));
    assert.doesNotMatch(text, /deno (?:run|test)/);
  }
});
