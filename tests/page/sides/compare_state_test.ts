import assert from "node:assert/strict";
import { formatCompare, parseCompare } from "../../../src/page/sides/compare_state.ts";

const layers = [
  { path: "one/conv", kernel: "3 × 3 × 8", channels: "", images: ["cat", "dog"], twins: [] },
  { path: "two/conv", kernel: "3 × 3 × 8", channels: "", images: ["cat", "dog"], twins: [] },
  { path: "two/maps-only", kernel: "", channels: "", images: ["dog"], twins: [] },
];
const first = { a: "one/conv", ai: "cat", b: "two/conv", bi: "cat" };
const parse = (hash: string) => parseCompare(new URLSearchParams(hash), { layers, first });

Deno.test("parseCompare() starts with what is compared at first, kernels side by side", () => {
  const plain = { stage: "before", kernels: "", show: "side", scale: "pair", sort: "index" };
  assert.deepEqual(parse(""), { ...first, k: 0, of: "kernels", ...plain });
});

Deno.test("parseCompare() finds the other side of the layer that a link names", () => {
  const state = parse("a=two%2Fconv&ai=dog&k=5&stage=after");
  assert.deepEqual([state.b, state.bi, state.k, state.stage], ["one/conv", "dog", 5, "after"]);
});

Deno.test("parseCompare() takes kernels and maps together, a scale of all, and sorts by errors", () => {
  const state = parse("of=both&scale=all&sort=error");
  assert.deepEqual([state.of, state.scale, state.sort], ["both", "all", "error"]);
  assert.deepEqual(parse(formatCompare(state).toString()), state);
});

Deno.test("parseCompare() shows maps where the kernels are the same or not drawn", () => {
  assert.equal(parse("a=one/conv&b=one/conv&bi=dog").of, "maps");
  assert.equal(parse("a=one/conv&b=two/maps-only").of, "maps");
});

Deno.test("parseCompare() takes nothing that the report does not have", () => {
  assert.deepEqual(parse("a=no/such&b=two/conv&k=-1&show=x&of=y&sort=z&scale=q"), parse(""));
  assert.equal(parse("a=one/conv&b=two/maps-only&bi=cat").bi, "dog");
});

Deno.test("formatCompare() writes both sides, and parseCompare() gives the state back", () => {
  const state = parse("a=one/conv&ai=dog&b=two/conv&bi=cat&k=3&of=maps&show=slider&sort=maps");
  const params = formatCompare(state);
  assert.equal(
    params.toString(),
    "a=one%2Fconv&ai=dog&b=two%2Fconv&bi=cat&k=3&of=maps&show=slider&sort=maps",
  );
  assert.deepEqual(parse(params.toString()), state);
});

Deno.test("parseCompare() reads the view of the kernels, and leaves out what no view is named", () => {
  const state = parse("kernels=composed");
  assert.equal(state.kernels, "composed");
  assert.equal(formatCompare(state).get("kernels"), "composed");
  assert.equal(parse("kernels=x").kernels, "");
  assert.equal(formatCompare(parse("")).has("kernels"), false);
});
