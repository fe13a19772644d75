import assert from "node:assert/strict";
import { openShelf } from "../../../src/page/review/shelf.ts";

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

Deno.test("openShelf() keeps a text in the browser's storage, under its name", () => {
  const store = createStore();
  const shelf = openShelf("a", () => store);
  assert.equal(shelf.read(), null);
  shelf.write("x");
  assert.deepEqual([...store.texts], [["a", "x"]]);
  assert.equal(openShelf("a", () => store).read(), "x");
  shelf.write(null);
  assert.equal(store.texts.size, 0);
  assert(shelf.isLasting());
});

Deno.test("openShelf() keeps a text while the page is open where storage is forbidden", () => {
  const shelf = openShelf("a", () => {
    throw new DOMException("denied", "SecurityError");
  });
  assert(!shelf.isLasting());
  shelf.write("x");
  assert.equal(shelf.read(), "x");
  shelf.write(null);
  assert.equal(shelf.read(), null);
});

Deno.test("openShelf() keeps a text while the page is open where storage is full, until it fits", () => {
  const store = createStore(3);
  const shelf = openShelf("a", () => store);
  shelf.write("long");
  assert(!shelf.isLasting());
  assert.equal(shelf.read(), "long");
  shelf.write("x");
  assert(shelf.isLasting());
  assert.equal(store.texts.get("a"), "x");
});
