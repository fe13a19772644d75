import assert from "node:assert/strict";
import { openStoredText, STORAGE_KEYS } from "../../../src/page/shell/stored_text.ts";

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

function createStore(room = Infinity): Store & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      texts.set(name, text);
    },
    removeItem: (name) => void texts.delete(name),
  };
}

Deno.test("openStoredText() keeps a text in the browser's storage, under its name", () => {
  const store = createStore();
  const stored = openStoredText({ name: "a" }, () => store);
  assert.equal(stored.read(), null);
  stored.write("x");
  assert.deepEqual([...store.texts], [["a", "x"]]);
  assert.equal(openStoredText({ name: "a" }, () => store).read(), "x");
  stored.write(null);
  assert.equal(store.texts.size, 0);
  assert(stored.isLasting());
});

Deno.test("openStoredText() keeps a text while the page is open where storage is forbidden", () => {
  const stored = openStoredText({ name: "a" }, () => {
    throw new DOMException("denied", "SecurityError");
  });
  assert(!stored.isLasting());
  stored.write("x");
  assert.equal(stored.read(), "x");
  stored.write(null);
  assert.equal(stored.read(), null);
});

Deno.test("openStoredText() keeps a text while the page is open where storage is full, until it fits", () => {
  const store = createStore(3);
  const stored = openStoredText({ name: "a" }, () => store);
  stored.write("long");
  assert(!stored.isLasting());
  assert.equal(stored.read(), "long");
  stored.write("x");
  assert(stored.isLasting());
  assert.equal(store.texts.get("a"), "x");
});

Deno.test("openStoredText() reads what pages of before kept, until it is written", () => {
  const store = createStore();
  store.setItem("before", "x");
  const key = { name: "a", former: "before" };
  assert.equal(openStoredText(key, () => store).read(), "x");
  openStoredText(key, () => store).write("y");
  assert.deepEqual([...store.texts], [["a", "y"]]);
  store.setItem("before", "x");
  openStoredText(key, () => store).write(null);
  assert.equal(openStoredText(key, () => store).read(), null);
});

Deno.test("STORAGE_KEYS are names of one namespace", () => {
  const { theme, language, reviewsOf } = STORAGE_KEYS;
  const names = [theme, language, reviewsOf("ab")].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^convatlas\./);
});
