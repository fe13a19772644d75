import assert from "node:assert/strict";
import { parseLayerQuery } from "../../../src/page/atlas/layer_query.ts";
import type { ListedLayer } from "../../../src/site/atlas/layers_file.ts";

function list(name: string, change: Partial<ListedLayer> = {}): ListedLayer {
  return {
    ...{ id: name, name, op: "Conv", badges: [], pairs: 8, form: "wide", kernel: [], map: [] },
    ...{ reads: [], k: 0, compared: null, kernels: null, maps: null },
    ...change,
  };
}

const layers = [
  list("/stem/conv"),
  list("/body/Depth", { form: "depthwise", badges: ["depthwise"] }),
  list("/head/out", { op: "QLinearConv" }),
];
const columns = new Map([
  ["side", [56, 28, 7]],
  ["never", [0, 6.3, null]],
]);
const context = { columns, nameColumn: (name: string) => name === "never" ? "从不激活" : name };

function find(text: string): number[] {
  const { matches } = parseLayerQuery(text, context);
  return [0, 1, 2].filter((place) => matches(layers[place]!, place));
}

Deno.test("parseLayerQuery() finds layers by parts of their names, operators and forms", () => {
  assert.deepEqual(find("DEPTH"), [1]);
  assert.deepEqual(find("op:qlinear"), [2]);
  assert.deepEqual(find("is:depthwise"), [1]);
  assert.deepEqual(find('name:"/stem"'), [0]);
  assert.deepEqual(find("!depthwise"), [0, 2]);
  assert.deepEqual(find(""), [0, 1, 2]);
});

Deno.test("parseLayerQuery() compares columns, by what they are called in either way", () => {
  assert.deepEqual(find("side<20"), [2]);
  assert.deepEqual(find("side>=28 never>3"), [1]);
  assert.deepEqual(find("从不激活>3%"), [1]);
  assert.deepEqual(find("never=0"), [0]);
});

Deno.test("parseLayerQuery() says what it does not understand, and leaves it out", () => {
  const { matches, problems } = parseLayerQuery("nevr>3 side<x stem", context);
  assert.deepEqual(problems, [
    { kind: "key", key: "nevr", near: "never" },
    { kind: "number", term: "side<x" },
  ]);
  assert.deepEqual([0, 1, 2].filter((place) => matches(layers[place]!, place)), [0]);
});
