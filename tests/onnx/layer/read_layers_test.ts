import assert from "node:assert/strict";
import { findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { findReadLayers } from "../../../src/onnx/layer/read_layers.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";
import { node } from "../../support/model/node_text.ts";

const random = createRandom(5);

/** The layers that each one reads, by their outputs; of all, or of those that are chosen. */
function nameReads(nodes: readonly NodeText[], chosen?: string): Record<string, string> {
  const model = readModel(encodeModel({
    inputs: { photo: [1, 3, 12, 12] },
    nodes,
    domains: { "com.microsoft": 1 },
    initializers: {
      w1: randomTensor(random, [4, 3, 3, 3], -1, 1),
      w2: randomTensor(random, [4, 4, 3, 3], -1, 1),
      w3: randomTensor(random, [4, 8, 3, 3], -1, 1),
      zero: store("int64", [1], [0]),
    },
  }));
  const layers = findLayers(model).filter(({ output }) => chosen?.includes(output) ?? true);
  const reads = findReadLayers(model, layers);
  return Object.fromEntries(layers.map(({ output }, i) => {
    return [output, reads[i]!.map((each) => layers[each]!.output).join(" ")];
  }));
}

const first = node("Conv", "photo w1", "a");
const pads = { ints: { pads: [1, 1, 1, 1] } };

Deno.test("findReadLayers() finds the one layer before, through what is no layer", () => {
  const chain = [
    first,
    node("Relu", "a", "r"),
    node("Conv", "r w2", "b"),
    node("Conv", "b w2", "c"),
  ];
  assert.deepEqual(nameReads(chain), { a: "", b: "a", c: "b" });
});

Deno.test("findReadLayers() follows both ways of a sum and of a join, in the order of the graph", () => {
  const branches = [
    first,
    node("Conv", "a w2", "b", pads),
    node("Add", "b a", "sum"),
    node("Conv", "sum w2", "c", pads),
    node("Concat", "c a", "joined", { int: { axis: 1 } }),
    node("Conv", "joined w3", "d"),
  ];
  assert.deepEqual(nameReads(branches), { a: "", b: "a", c: "a b", d: "a c" });
});

Deno.test("findReadLayers() goes through a layer that is not chosen", () => {
  const chain = [first, node("Conv", "a w2", "b"), node("Conv", "b w2", "c")];
  assert.deepEqual(nameReads(chain, "a c"), { a: "", c: "a" });
});

Deno.test("findReadLayers() takes the size of a map for no map", () => {
  const sized = [
    first,
    node("Conv", "a w2", "b", pads),
    node("Shape", "b", "size"),
    node("Reshape", "a size", "shaped"),
    node("Conv", "shaped w2", "c"),
  ];
  assert.deepEqual(nameReads(sized), { a: "", b: "a", c: "a" });
});

Deno.test("findReadLayers() passes on what a fused convolution adds to its maps", () => {
  const domain = "com.microsoft";
  const fused = [
    first,
    { ...node("FusedConv", "a w2  a", "b", pads), domain, string: { activation: "Relu" } },
    node("Conv", "b w2", "c"),
  ];
  assert.deepEqual(nameReads(fused), { a: "", "b/Conv": "a", c: "a b/Conv" });
});
