import assert from "node:assert/strict";
import { readFileGraph } from "../../../src/onnx/graph/file_graph.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";

const weights = { dims: [2, 1, 3, 3], data: new Float32Array(18).fill(1) };

Deno.test("readFileGraph() gives the graph's name, and its nodes as the file has them", () => {
  const model = readModel(encodeModel({
    nodes: [
      { op: "FusedConv", domain: "com.microsoft", name: "one", inputs: ["x", "w"], outputs: ["y"] },
      { op: "Relu", inputs: ["y"], outputs: ["z"] },
    ],
    domains: { "com.microsoft": 1 },
    initializers: { w: weights },
    inputs: { x: [1, 1, 5, 5] },
  }));
  assert.deepEqual(readFileGraph(model), {
    name: "graph",
    nodes: [{ name: "one", outputs: ["y"] }, { name: "", outputs: ["z"] }],
  });
});
