import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { cutModel } from "../../../src/onnx/write/cut.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type StoredTensor, storeRaw } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers, captureTaps } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(23);
const photo = randomTensor(random, [1, 3, 6, 6], -1, 1);
const w1 = randomTensor(random, [4, 3, 3, 3], -1, 1);
const w2 = randomTensor(random, [2, 4, 1, 1], -1, 1);

const first: NodeText = { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["y1"] };
const second: NodeText = { op: "Conv", name: "second", inputs: ["y1", "w2"], outputs: ["y2"] };

const text: ModelText = {
  nodes: [
    first,
    second,
    { op: "Gemm", inputs: ["flat", "dense"], outputs: ["class"] },
    { op: "Flatten", inputs: ["y2"], outputs: ["flat"] },
  ],
  initializers: { w1, w2, dense: randomTensor(random, [32, 10]) },
  inputs: { photo: photo.dims },
};

// O1, O2, O17: outputs need but a name, and nothing is kept that no tap needs.
Deno.test("cutModel() keeps what the taps need, and nothing else", () => {
  const cut = cutModel(readModel(encodeModel(text)), [{ tensor: "y1", quantization: null }]);
  const { graph } = readModel(cut.bytes);
  assert.deepEqual(graph.nodes.map(({ op }) => op), ["Conv", "Cast"]);
  assert.deepEqual([...graph.initializers.keys()], ["w1"]);
  assert.deepEqual([...graph.inputs.keys()], ["photo"]);
  assert.deepEqual(cut.outputs, ["tap_0"]);
  assert.deepEqual([...graph.declared.values()].map(({ name, dims }) => [name, dims]), [
    ["tap_0", null],
  ]);
});

Deno.test("cutModel() gives the outputs in the order of the taps, one twice if asked", async () => {
  const model = readModel(encodeModel(text));
  const taps = ["y2", "y1", "y2"].map((tensor) => ({ tensor, quantization: null }));
  const [a, b, c] = await captureTaps(model, taps, photo);
  assertClose(b!, convolve(photo, w1));
  assertClose(a!, convolve(b!, w2));
  assert.deepEqual(c, a);
});

Deno.test("cutModel() taps an input and a weight", async () => {
  const model = readModel(encodeModel(text));
  const taps = ["photo", "w2"].map((tensor) => ({ tensor, quantization: null }));
  const [own, weights] = await captureTaps(model, taps, photo);
  assert.deepEqual([...own!.data], [...photo.data]);
  assert.deepEqual([...weights!.data], [...w2.data]);
});

const wide = randomTensor(random, [64, 3, 4, 4], -1, 1);
const tapFirst = [{ tensor: "y1", quantization: null }];

function encodeWide(weights: StoredTensor): Uint8Array<ArrayBuffer> {
  return encodeModel({
    nodes: [{ ...first, inputs: ["photo", "wide"] }],
    initializers: { wide: weights },
    inputs: { photo: { type: weights.type, dims: photo.dims } },
  });
}

for (const type of ["float32", "float16"] as const) {
  Deno.test(`cutModel() lets many ${type} weights go along beside the model`, async () => {
    const model = readModel(encodeWide(store(type, wide.dims, wide.data)));
    const { bytes, externalData } = cutModel(model, tapFirst);
    const size = type === "float32" ? 4 : 2;
    assert.deepEqual(externalData.map(({ data }) => data.length), [size * wide.data.length]);
    assert.ok(bytes.length < 1000, `${bytes.length} bytes are left`);
    const [maps] = await captureTaps(model, tapFirst, photo);
    assertClose(maps!, convolve(photo, wide), type === "float32" ? 1e-5 : 2e-2);
  });
}

Deno.test("cutModel() leaves weights that do not fill their dims where they are", () => {
  const bytes = new Uint8Array(4 * wide.data.length - 4);
  const model = readModel(encodeWide(storeRaw("float32", wide.dims, bytes)));
  const cut = cutModel(model, tapFirst);
  assert.deepEqual(cut.externalData, []);
  assert.ok(cut.bytes.length > bytes.length);
});

Deno.test("cutModel() refuses a tensor that nothing writes", () => {
  const model = readModel(encodeModel(text));
  assert.throws(
    () => cutModel(model, [{ tensor: "y9", quantization: null }]),
    /^RangeError: Cannot cut model: nothing in its graph writes "y9"$/,
  );
});

Deno.test("cutModel() ends in a graph that goes in a circle", () => {
  const circle: NodeText[] = [
    { op: "Add", inputs: ["photo", "b"], outputs: ["a"] },
    { op: "Relu", inputs: ["a"], outputs: ["b"] },
    { ...first, inputs: ["b", "w1"] },
  ];
  const model = readModel(encodeModel({ ...text, nodes: circle }));
  const { bytes } = cutModel(model, [{ tensor: "y1", quantization: null }]);
  assert.equal(readModel(bytes).graph.nodes.length, 4);
});

// The file's own names may be those that a cut would choose.
Deno.test("cutModel() keeps clear of names that the model has", async () => {
  const nodes: NodeText[] = [
    { op: "Cast", inputs: ["feed_0"], outputs: ["tap_0"], int: { to: 1 } },
    { op: "Conv", inputs: ["tap_0", "w1"], outputs: ["tap_1"] },
    { op: "Conv", inputs: ["tap_1", "w2"], outputs: ["tap_0_"] },
  ];
  const inputs = { feed_0: { type: "uint8" as const, dims: photo.dims } };
  const model = readModel(encodeModel({ ...text, nodes, inputs }));
  const levels = { ...photo, data: photo.data.map((value) => Math.round(value * 100 + 120)) };
  const [own] = await captureLayers(model, levels);
  assertClose(own!.map, convolve(levels, w1));
});

Deno.test("cutModel() takes the operator sets along that its nodes, bodies and functions need", () => {
  const inner: NodeText = { op: "Twice", domain: "own", inputs: ["y1"], outputs: ["y"] };
  const nodes: NodeText[] = [
    first,
    { op: "Less", inputs: ["zero", "one"], outputs: ["yes"] },
    {
      op: "If",
      inputs: ["yes"],
      outputs: ["y3"],
      graph: { then_branch: { nodes: [inner] }, else_branch: { nodes: [inner] } },
    },
    { op: "Scaler", domain: "ai.onnx.ml", inputs: ["photo"], outputs: ["scaled"] },
  ];
  const gelu: NodeText = { op: "Gelu", domain: "com.microsoft", inputs: ["x"], outputs: ["z"] };
  const unused = { ...gelu, domain: "unused" };
  const initializers = { w1, zero: store("float32", [], [0]), one: store("float32", [], [1]) };
  const model = readModel(encodeModel({
    ...text,
    nodes,
    initializers,
    domains: { own: 1, "com.microsoft": 1, "ai.onnx.ml": 3, unused: 7 },
    functions: [
      { domain: "own", name: "Twice", inputs: ["x"], outputs: ["z"], nodes: [gelu] },
      { domain: "own", name: "Unused", inputs: ["x"], outputs: ["z"], nodes: [unused] },
    ],
  }));
  const cut = readModel(cutModel(model, [{ tensor: "y3", quantization: null }]).bytes);
  assert.deepEqual(Object.fromEntries(cut.opsets), { "": 17, own: 1, "com.microsoft": 1 });
  assert.deepEqual([...cut.functions.keys()], ["own:Twice"]);
  assert.equal(cut.irVersion, 8);
});

// Before opset 6 Cast names its type by a text, and the tensor itself is the output.
Deno.test("cutModel() leaves a model of opset 1 without casts", () => {
  const model = readModel(encodeModel({ ...text, opset: 1, irVersion: 3 }));
  const { outputs, inputs, bytes } = cutModel(model, [{ tensor: "y1", quantization: null }]);
  assert.deepEqual(outputs, ["y1"]);
  assert.deepEqual(inputs.map(({ feed }) => feed), ["photo"]);
  assert.deepEqual(readModel(bytes).graph.nodes.map(({ op }) => op), ["Conv"]);
});

for (const opset of [7, 8, 9, 10, 11, 12, 13, 15, 18, 21, 23]) {
  Deno.test(`the cut model gives the maps of a model of opset ${opset}`, async () => {
    const irVersion = opset < 9 ? 3 : opset < 19 ? 8 : 10;
    const model = readModel(encodeModel({ ...text, opset, irVersion }));
    const [own] = await captureLayers(model, photo);
    assertClose(own!.map, convolve(photo, w1));
  });
}

// O21: the runtime names the versions that it takes; the kernels are there all the same.
Deno.test("onnxruntime refuses a model of opset 99, and says why", async () => {
  const model = readModel(encodeModel({ ...text, opset: 99 }));
  const layers = findConvLayers(model);
  await assert.rejects(
    captureLayers(model, photo),
    /^Error: onnxruntime refuses the model: .*opset.*99/si,
  );
  assert.deepEqual(layers.map(({ kernels }) => kernels!.evaluate()), [w1, w2]);
});

// O13: float16 throughout.
Deno.test("the cut model gives the maps of a float16 model as float32", async () => {
  const model = readModel(encodeModel({
    nodes: [first, { op: "Relu", inputs: ["y1"], outputs: ["lit"] }],
    initializers: { w1: store("float16", w1.dims, w1.data) },
    inputs: { photo: { type: "float16", dims: photo.dims } },
  }));
  const [own] = await captureLayers(model, photo);
  const halves = { ...w1, data: Float32Array.from(Float16Array.from(w1.data)) };
  assert.deepEqual(own!.layer.kernels!.evaluate(), halves);
  assertClose(own!.map, convolve(photo, halves), 2e-3);
});

// O4: a float32 map is the same whatever else is tapped, as nothing is optimised.
Deno.test("the cut model gives the same bits, whether one layer is tapped or all", async () => {
  const model = readModel(encodeModel(text));
  const [alone] = await captureTaps(model, [{ tensor: "y2", quantization: null }], photo);
  const all = await captureLayers(model, photo);
  assert.deepEqual(all[1]!.map.data, alone!.data);
});

Deno.test("cutModel() reads a graph that a file splits", async () => {
  const layers = findConvLayers(readModel(encodeModel(text)));
  assert.equal(layers.length, 2);
  const parts = [
    encodeModel({ ...text, nodes: [first], initializers: { w1 } }),
    encodeModel({ nodes: [second], initializers: { w2 }, inputs: {} }),
  ];
  const model = readModel(new Uint8Array(parts.flatMap((part) => [...part])));
  const captured = await captureLayers(model, photo);
  assertClose(captured[1]!.map, convolve(convolve(photo, w1), w2));
});
