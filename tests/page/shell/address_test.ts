import assert from "node:assert/strict";
import {
  formatAddress,
  isOwnLink,
  link,
  parseAddress,
  parseState,
  readState,
  writeState,
} from "../../../src/page/shell/address.ts";

// [hash, page, rest]
const addresses: readonly [string, string | null, string][] = [
  ["", null, ""],
  ["#rule", null, "rule"],
  ["#k=12&image=cat", null, "k=12&image=cat"],
  ["#/index.html", "index.html", ""],
  ["#/net/conv1/index.html?k=12&q=a%3Fb", "net/conv1/index.html", "k=12&q=a%3Fb"],
  ["#/net/conv1/index.html?rule", "net/conv1/index.html", "rule"],
  ["#/net/gr%C3%B6%C3%9Fe/index.html", "net/größe/index.html", ""],
  ["#/net/a%3Fb%23c%25/index.html?k=1", "net/a?b#c%/index.html", "k=1"],
];

for (const [hash, page, rest] of addresses) {
  Deno.test(`parseAddress() parses "${hash}", and formatAddress() gives it back`, () => {
    assert.deepEqual(parseAddress(hash), { page, rest });
    assert.equal(formatAddress({ page, rest }), hash === "" ? "#" : hash);
  });
}

Deno.test("parseAddress() takes a path that is not encoded as it stands", () => {
  assert.equal(parseAddress("#/100%/index.html").page, "100%/index.html");
});

// [href, state]
const links: readonly [string, string][] = [
  ["#k=12&image=cat", "k=12&image=cat"],
  ["#/net/conv1/index.html?k=12&image=cat", "k=12&image=cat"],
  ["../conv1/index.html#k=12", "k=12"],
  ["#rule", ""],
  ["#/net/conv1/index.html?rule", ""],
  ["index.html", ""],
];

for (const [href, state] of links) {
  Deno.test(`parseState() finds "${state}" in "${href}"`, () => {
    assert.equal(parseState(href).toString(), state);
  });
}

// [hash of the page, href, whether it stays]
const stays: readonly [string, string, boolean][] = [
  ["#k=1", "#k=12", true],
  ["", "#rule", true],
  ["", "../conv2/index.html#k=12", false],
  ["#/net/conv1/index.html?k=1", "#/net/conv1/index.html?k=12", true],
  ["#/net/conv1/index.html", "#k=12", true],
  ["#/net/conv1/index.html", "#/net/conv2/index.html?k=12", false],
];

for (const [hash, href, own] of stays) {
  Deno.test(`isOwnLink() says of "${href}" on "${hash}": ${own}`, () => {
    using _ = openBrowser(hash);
    assert.equal(isOwnLink(href), own);
  });
}

/** Stands in for the browser's address: `steps` are what Back would undo. */
function openBrowser(hash: string): { readonly steps: string[] } & Disposable {
  const steps = [hash];
  const place = (step: string, count: number): void => {
    steps.splice(steps.length - count, count, step);
    location.hash = step;
  };
  const location = { hash };
  const history = {
    state: null,
    pushState: (_state: unknown, _title: string, step: string) => place(step, 0),
    replaceState: (_state: unknown, _title: string, step: string) => place(step, 1),
  };
  const globals = globalThis as Record<string, unknown>;
  const before = Object.getOwnPropertyDescriptors(globalThis);
  for (const [name, value] of Object.entries({ location, history })) {
    Object.defineProperty(globals, name, { value, configurable: true });
  }
  return {
    steps,
    [Symbol.dispose]: () => {
      for (const name of ["location", "history"]) {
        delete globals[name];
        const own = (before as Record<string, PropertyDescriptor>)[name];
        if (own) Object.defineProperty(globals, name, own);
      }
    },
  };
}

// [form, hash before, hash after]
const forms: readonly [string, string, string][] = [
  ["a page of a folder", "#k=1", "#k=2&q=class%3Aedge+%21dead"],
  [
    "a page of one file",
    "#/net/conv1/index.html?k=1",
    "#/net/conv1/index.html?k=2&q=class%3Aedge+%21dead",
  ],
];

for (const [form, before, after] of forms) {
  Deno.test(`writeState() pushes, replaces and keeps the page: ${form}`, () => {
    using browser = openBrowser(before);
    assert.equal(readState().get("k"), "1");
    const state = new URLSearchParams({ k: "2", q: "class:edge !dead" });
    assert.equal(link(state), after);
    writeState(state, "push");
    writeState(state, "push"); // no second step to the same place
    assert.deepEqual(browser.steps, [before, after]);
    assert.equal(readState().get("q"), "class:edge !dead");
    writeState(new URLSearchParams(), "replace");
    assert.deepEqual(browser.steps, [
      before,
      before.startsWith("#/") ? "#/net/conv1/index.html" : "#",
    ]);
  });
}
