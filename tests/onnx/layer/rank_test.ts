import assert from "node:assert/strict";
import { findRank } from "../../../src/onnx/layer/rank.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { countingTensor } from "../../support/tensors.ts";
import { node } from "../../support/model/node_text.ts";

function rankOf(nodes: readonly NodeText[]): number | null {
  const model = readModel(encodeModel({
    nodes,
    initializers: {
      w: countingTensor([2, 3, 3, 3]),
      matrix: countingTensor([8, 8]),
      row: store("int64", [2], [1, -1]),
      last: store("int64", [2], [2, 3]),
      one: store("int64", [1], [-1]),
      slope: store("float32", [1], [0.1]),
    },
    inputs: { photo: ["n", 3, "h", "w"], open: { type: "float32", dims: null } },
  }));
  return findRank(model, nodes.at(-1)!.outputs[0]!);
}

const conv = node("Conv", "open w", "a");
const pool = node("GlobalAveragePool", "a", "b");

const RANKS:
  readonly (readonly [title: string, nodes: readonly NodeText[], rank: number | null])[] = [
    ["a photo behind an activation", [node("Relu", "photo", "b")], 4],
    ["a convolution of kernels of four axes", [conv], 4],
    ["pooled maps", [conv, pool], 4],
    ["flat maps", [node("Flatten", "open", "b")], 2],
    ["a product of flat maps", [node("Flatten", "open", "b"), node("MatMul", "b matrix", "c")], 2],
    ["maps reshaped to a row", [node("Reshape", "open row", "b")], 2],
    ["maps reshaped to their own samples", [
      node("Shape", "open", "sizes"),
      node("Gather", "sizes zero", "count"),
      node("Unsqueeze", "count zero", "n"),
      node("Concat", "n one", "wanted", { int: { axis: 0 } }),
      node("Reshape", "open wanted", "b"),
    ], 2],
    ["maps without two axes", [conv, pool, node("Squeeze", "b last", "c")], 2],
    ["maps without what axes are one cell", [conv, pool, node("Squeeze", "b", "c")], null],
    ["maps with an axis more", [conv, node("Unsqueeze", "a one", "b")], 5],
    ["means that keep their axes", [conv, node("ReduceMean", "a last", "b")], 4],
    ["means that do not", [
      conv,
      node("ReduceMean", "a", "b", { ints: { axes: [2, 3] }, int: { keepdims: 0 } }),
    ], 2],
    ["what nobody tells", [node("Relu", "open", "b")], null],
  ];

for (const [title, nodes, rank] of RANKS) {
  Deno.test(`findRank() of ${title} is ${rank}`, () => assert.equal(rankOf(nodes), rank));
}
