import assert from "node:assert/strict";
import { LANGUAGES, namePage } from "../../src/plan/language.ts";
import { joinNames, plural } from "../../src/words/quantity.ts";
import { WORDS } from "../../src/words/translations.ts";

Deno.test("WORDS say the same things in every language, with as many arguments", () => {
  const [first, ...others] = LANGUAGES.map((language) => [...listWords(WORDS[language], "")]);
  for (const other of others) assert.deepEqual(other, first);
});

Deno.test("WORDS have no empty string and no half-width comma between Chinese signs", () => {
  for (const language of LANGUAGES) {
    for (const text of listTexts(WORDS[language])) {
      assert.notEqual(text.trim(), "");
      assert.doesNotMatch(text, /\p{Script=Han}[,;:?!.]|[,;:?!]\p{Script=Han}/u);
    }
  }
});

Deno.test("namePage() keeps the short name for English", () => {
  assert.deepEqual(LANGUAGES.map(namePage), ["index.html", "index.zh-CN.html"]);
});

Deno.test("plural() has one noun for one thing", () => {
  assert.deepEqual([0, 1, 2048].map((count) => plural(count, "kernel")), [
    "0 kernels",
    "1 kernel",
    "2,048 kernels",
  ]);
});

function* listWords(words: unknown, path: string): Generator<string> {
  if (typeof words === "function") yield `${path}(${words.length})`;
  else if (typeof words !== "object" || words === null) yield `${path}: ${typeof words}`;
  else {
    for (const [key, value] of Object.entries(words)) {
      yield* listWords(value, `${path}.${key}`);
    }
  }
}

function* listTexts(words: unknown): Generator<string> {
  if (typeof words === "string") yield words;
  if (typeof words !== "object" || words === null) return;
  for (const value of Object.values(words)) yield* listTexts(value);
}

Deno.test("pictures have headings in one language where they have them in the other", () => {
  const [first, ...others] = Object.values(WORDS).map(({ picture }) =>
    Object.entries(picture).filter(([, { heading }]) => heading !== null).map(([kind]) => kind)
  );
  assert(first!.length > 0);
  for (const other of others) assert.deepEqual(other.toSorted(), first!.toSorted());
});

Deno.test("joinNames() writes one name, two and more", () => {
  assert.equal(joinNames(["a"]), "a");
  assert.equal(joinNames(["a", "b"]), "a and b");
  assert.equal(joinNames(["a", "b", "c"]), "a, b, and c");
});
