import assert from "node:assert/strict";
import { formatParams, parseChoice, parseIndex } from "../../src/site/address.ts";

Deno.test("formatParams() writes what an address says, in the order given, and nothing else", () => {
  assert.equal(formatParams({ k: 3, image: "cat", q: undefined }).toString(), "k=3&image=cat");
  assert.equal(
    formatParams({ a: "net/größe", bi: "", k: 0 }).toString(),
    "a=net%2Fgr%C3%B6%C3%9Fe&bi=&k=0",
  );
});

Deno.test("parseIndex() takes the index of a pair, and nothing that is none", () => {
  const parse = (text: string) => parseIndex(new URLSearchParams(text));
  assert.deepEqual(["k=0", "k=12"].map(parse), [0, 12]);
  for (const text of ["", "k=", "k=-1", "k=1.5", "k=x", "k=1e3", "k=9999999999"]) {
    assert.equal(parse(text), null, text);
  }
});

Deno.test("parseChoice() takes a word that is known", () => {
  const params = new URLSearchParams({ stage: "after", scale: "x" });
  assert.equal(parseChoice(params, "stage", ["before", "after"]), "after");
  assert.equal(parseChoice(params, "scale", ["tile", "layer"]), null);
  assert.equal(parseChoice(params, "sort", ["index"]), null);
});
