import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { ATTRIBUTE, GRAPH, MODEL, NODE } from "../../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField, encodeMessage } from "../../../src/onnx/wire/wire.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";

const relu: NodeText = { op: "Relu", name: "relu", inputs: ["photo"], outputs: ["lit"] };

const bytes = encodeModel({
  nodes: [relu, { op: "Clip", inputs: ["lit", "", "most"], outputs: ["y", ""] }],
  initializers: { most: store("float32", [], [6]) },
  inputs: { photo: ["N", 3, "", 0] },
  opset: 13,
  domains: { "com.microsoft": 1 },
});

Deno.test("readModel() reads what a model says of itself", () => {
  const { irVersion, producer, opsets } = readModel(bytes);
  assert.equal(irVersion, 8);
  assert.equal(producer, "tests");
  assert.deepEqual([...opsets], [["", 13], ["com.microsoft", 1]]);
});

Deno.test("readModel() reads the graph: nodes, weights, inputs, who writes and who reads", () => {
  const { graph } = readModel(bytes);
  assert.deepEqual(graph.nodes.map(({ op, inputs }) => [op, ...inputs]), [
    ["Relu", "photo"],
    ["Clip", "lit", "", "most"],
  ]);
  assert.deepEqual(graph.inputs.get("photo")!.dims, ["N", 3, null, null]);
  assert.deepEqual(graph.initializers.get("most")!.dims, []);
  assert.equal(graph.producers.get("lit"), graph.nodes[0]);
  assert.deepEqual([...graph.producers.keys()], ["lit", "y"]);
  assert.deepEqual(graph.consumers.get("lit"), [graph.nodes[1]]);
});

// Protobuf merges a message that stands twice; a declared output is added so.
Deno.test("readModel() takes several graphs for parts of one", () => {
  const more = encodeModel({
    nodes: [{ op: "Neg", inputs: ["y"], outputs: ["z"] }],
    initializers: { least: store("float32", [], [0]) },
    inputs: { mask: [1] },
  });
  const { graph } = readModel(concatBytes([bytes, more]));
  assert.deepEqual(graph.nodes.map(({ op }) => op), ["Relu", "Clip", "Neg"]);
  assert.deepEqual([...graph.initializers.keys()], ["most", "least"]);
  assert.deepEqual([...graph.inputs.keys()], ["photo", "mask"]);
});

Deno.test("readModel() knows the domain ai.onnx as ONNX's own", () => {
  const model = readModel(encodeModel({
    nodes: [relu],
    initializers: {},
    inputs: {},
    domains: { "ai.onnx": 15 },
  }));
  assert.equal(model.opsets.get(""), 15);
});

const text = (no: number, value: string) => encodeField({ no, kind: "text", value });
const int = (no: number, value: number) => encodeField({ no, kind: "int", value });

/** Reads a node with one attribute named "a" of the given fields. */
function readAttribute(...fields: readonly Uint8Array[]): unknown {
  const attribute = encodeMessage(NODE.attribute, [text(ATTRIBUTE.name, "a"), ...fields]);
  const node = encodeMessage(GRAPH.node, [text(NODE.opType, "Test"), attribute]);
  return readModel(encodeMessage(MODEL.graph, [node])).graph.nodes[0]!.attributes.get("a");
}

// proto3 leaves a 0 out, and the type alone tells that there is one.
Deno.test("readModel() takes an attribute without a value for 0, by its type", () => {
  assert.deepEqual(readAttribute(int(ATTRIBUTE.type, 2)), { int: 0, graphs: [] });
  assert.deepEqual(readAttribute(int(ATTRIBUTE.type, 1)), { float: 0, graphs: [] });
  assert.deepEqual(readAttribute(int(ATTRIBUTE.type, 3)), { string: "", graphs: [] });
  assert.deepEqual(readAttribute(int(ATTRIBUTE.type, 7)), { graphs: [] });
  assert.deepEqual(readAttribute(), { graphs: [] });
});

Deno.test("readModel() takes an attribute's value, wherever its type stands", () => {
  const before = readAttribute(int(ATTRIBUTE.type, 2), int(ATTRIBUTE.int, 5));
  const after = readAttribute(int(ATTRIBUTE.int, 5), int(ATTRIBUTE.type, 2));
  assert.deepEqual(before, { int: 5, graphs: [] });
  assert.deepEqual(after, before);
});

Deno.test("readModel() reads lists of an attribute, packed and one by one", () => {
  const packed = encodeField({ no: ATTRIBUTE.ints, kind: "bytes", value: Uint8Array.of(1, 2) });
  assert.deepEqual(readAttribute(packed, int(ATTRIBUTE.ints, 3)), { ints: [1, 2, 3], graphs: [] });
  const one = encodeField({ no: ATTRIBUTE.floats, kind: "float", value: 0.5 });
  const two = new Uint8Array(Float32Array.of(1.5, 2.5).buffer);
  const run = encodeField({ no: ATTRIBUTE.floats, kind: "bytes", value: two });
  assert.deepEqual(readAttribute(one, run), { floats: [0.5, 1.5, 2.5], graphs: [] });
});

Deno.test("readModel() refuses a model without nodes", () => {
  assert.throws(
    () => readModel(Uint8Array.of(8, 8)),
    /^SyntaxError: Cannot read ONNX model: it holds no graph$/,
  );
});
