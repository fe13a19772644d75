import assert from "node:assert/strict";
import { findClassOutput } from "../../../src/onnx/layer/class_output.ts";
import { findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeDenseModel } from "../../support/model/dense_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { node } from "../../support/model/node_text.ts";

const conv = node("Conv", "photo w", "a");

/** Finds the layer, the output and the scores of a network of nodes; null where there is none. */
function find(...nodes: readonly NodeText[]): readonly string[] | null {
  const w = randomTensor(createRandom(1), [5, 3, 3, 3], -1, 1);
  const bytes = encodeModel({ nodes, initializers: { w }, inputs: { photo: [1, 3, 8, 8] } });
  return findIn(bytes);
}

function findIn(bytes: Uint8Array<ArrayBuffer>): readonly string[] | null {
  const model = readModel(bytes);
  const found = findClassOutput(model, findLayers(model));
  return found && [found.layer.output, found.output, found.scores];
}

Deno.test("findClassOutput() follows a convolution through means, Flatten and Softmax", () => {
  const pool = node("GlobalAveragePool", "r", "p");
  const relu = node("Relu", "a", "r");
  assert.deepEqual(find(conv, relu, pool), ["a", "p", "plain"]);
  assert.deepEqual(find(conv, relu, pool, node("Flatten", "p", "f")), ["a", "f", "plain"]);
  const ends = [node("Flatten", "p", "f"), node("Softmax", "f", "s")];
  assert.deepEqual(find(conv, relu, pool, ...ends), ["a", "s", "shares"]);
  const logs = [node("Flatten", "p", "f"), node("LogSoftmax", "f", "s")];
  assert.deepEqual(find(conv, relu, pool, ...logs), ["a", "s", "logarithms"]);
  assert.deepEqual(find(conv, node("Sigmoid", "a", "s")), ["a", "s", "chances"]);
});

Deno.test("findClassOutput() finds the last of fully connected layers", () => {
  assert.deepEqual(findIn(encodeDenseModel({ sizes: [4, 6, 3] })), ["y2", "x2", "shares"]);
});

Deno.test("findClassOutput() finds none where maps come together, or lose their order", () => {
  const other = node("Conv", "photo w", "b");
  assert.equal(find(conv, other, node("Concat", "a b", "c", { int: { axis: 1 } })), null);
  assert.equal(find(conv, node("Transpose", "a", "t", { ints: { perm: [0, 2, 3, 1] } })), null);
});
