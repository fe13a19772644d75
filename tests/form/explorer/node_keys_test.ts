import assert from "node:assert/strict";
import { nameKeys } from "../../../src/form/explorer/node_keys.ts";

function namesOf(names: readonly string[]): (string | null)[] {
  const findKey = nameKeys({ nodes: names.map((name, i) => ({ name, outputs: [`t${i}`] })) });
  return names.map((name, i) => findKey({ output: `t${i}`, node: { name } as never }));
}

// What NameFixPass of onnx_ir 1.0.0 makes of the same names.
Deno.test("nameKeys() names nodes as Model Explorer's ONNX adapter does", () => {
  assert.deepEqual(namesOf(["conv1", "/a/b/Conv"]), ["conv1", "/a/b/Conv"]);
  assert.deepEqual(namesOf(["", "x", "", ""]), ["node", "x", "node_1", "node_2"]);
  assert.deepEqual(namesOf(["c", "c", "c"]), ["c", "c_1", "c_2"]);
  assert.deepEqual(namesOf(["", "node", "node"]), ["node", "node_1", "node_2"]);
  assert.deepEqual(namesOf(["node_1", "node", "", ""]), ["node_1", "node", "node_2", "node_3"]);
});

Deno.test("nameKeys() finds a layer by its name where its output is no tensor of the file", () => {
  const findKey = nameKeys({ nodes: [{ name: "fused", outputs: ["relu"] }] });
  assert.equal(findKey({ output: "made", node: { name: "fused" } as never }), "fused");
  assert.equal(findKey({ output: "made", node: { name: "call/conv" } as never }), null);
});
