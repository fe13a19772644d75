import assert from "node:assert/strict";
import { findLastOutput } from "../../../src/onnx/graph/last_output.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";

const nodes = ["photo a", "a b", "b c"].map((names) => {
  const [input, output] = names.split(" ");
  return { op: "Relu", inputs: [input!], outputs: [output!] };
});
const model = readModel(encodeModel({ nodes, initializers: {}, inputs: { photo: [1, 3, 8, 8] } }));

Deno.test("findLastOutput() goes by the order of the graph, not by that of the names", () => {
  assert.equal(findLastOutput(model, ["b", "a"]), "b");
  assert.equal(findLastOutput(model, new Set(["c", "b"])), "c");
});

Deno.test("findLastOutput() finds none among what no node makes", () => {
  assert.equal(findLastOutput(model, ["photo", ""]), null);
  assert.equal(findLastOutput(model, []), null);
});
