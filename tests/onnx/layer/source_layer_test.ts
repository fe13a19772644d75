import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { findSourceLayers } from "../../../src/onnx/layer/source_layer.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { store } from "../../support/model/onnx_tensor.ts";

const random = createRandom(5);

function nameSources(nodes: readonly NodeText[]): readonly (string | null)[] {
  const w1 = randomTensor(random, [4, 3, 3, 3], -1, 1);
  const w2 = randomTensor(random, [4, 4, 3, 3], -1, 1);
  const bytes = encodeModel({
    inputs: { photo: [1, 3, 12, 12] },
    nodes,
    initializers: {
      w1: store("float32", w1.dims, [...w1.data]),
      w2: store("float32", w2.dims, [...w2.data]),
      bias: store("float32", [1, 4, 1, 1], [1, -1, 2, -2]),
    },
  });
  const model = readModel(bytes);
  const layers = findConvLayers(model);
  return findSourceLayers(model, layers).map((place) => layers[place ?? -1]?.output ?? null);
}

function node(op: string, inputs: string, output: string, rest: Partial<NodeText> = {}): NodeText {
  return { op, inputs: inputs.split(" "), outputs: [output], ...rest };
}

const first = node("Conv", "photo w1", "a");

Deno.test("findSourceLayers() goes back through what keeps the channels apart", () => {
  const pool = node("MaxPool", "r", "p", { ints: { kernel_shape: [2, 2] } });
  const nodes = [first, node("Add", "a bias", "b"), node("Relu", "b", "r"), pool];
  assert.deepEqual(nameSources([...nodes, node("Conv", "p w2", "out")]), [null, "a"]);
});

Deno.test("findSourceLayers() finds the layer whose own activation takes two ways", () => {
  const swish = [node("Sigmoid", "a", "s"), node("Mul", "a s", "m")];
  assert.deepEqual(nameSources([first, ...swish, node("Conv", "m w2", "out")]), [null, "a"]);
});

Deno.test("findSourceLayers() finds none where maps of several layers come together", () => {
  const branches = [node("Conv", "photo w1", "c"), node("Add", "a c", "sum")];
  const sources = nameSources([first, ...branches, node("Conv", "sum w2", "out")]);
  assert.deepEqual(sources, [null, null, null]);
});
