import assert from "node:assert/strict";
import { type ConvLayer, findConvLayers, findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { slimModel } from "../../../src/onnx/slim/slim_model.ts";
import { encodeHiddenModel } from "../../support/model/hidden_model.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store, storeOutside } from "../../support/model/onnx_tensor.ts";
import { captureLayers } from "../../support/model/run_model.ts";
import { copySlim, describeCut, describeLayer } from "../../support/model/slim_copy.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(41);
const photo = randomTensor(random, [1, 3, 6, 6], -1, 1);
const w1 = randomTensor(random, [4, 3, 3, 3], -1, 1);
const w2 = randomTensor(random, [2, 4, 1, 1], -1, 1);

const first: NodeText = { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["y1"] };
const relu: NodeText = { op: "Relu", name: "relu", inputs: ["y1"], outputs: ["r1"] };
const second: NodeText = { op: "Conv", name: "second", inputs: ["r1", "w2"], outputs: ["y2"] };

const text: ModelText = {
  nodes: [
    first,
    relu,
    second,
    { op: "Flatten", inputs: ["y2"], outputs: ["flat"] },
    { op: "Gemm", inputs: ["flat", "dense"], outputs: ["class"] },
  ],
  initializers: { w1, w2, dense: randomTensor(random, [32, 10]) },
  inputs: { photo: photo.dims, beside: [1] },
};

function pick(model: Parameters<typeof findConvLayers>[0], ...names: string[]): ConvLayer[] {
  return findConvLayers(model).filter(({ name }) => names.includes(name));
}

// All that a report draws and measures comes from these.
function assertSame(model: ReturnType<typeof readModel>, chosen = findConvLayers(model)): void {
  const copy = copySlim(model, chosen);
  assert.deepEqual(copy.layers.map(describeLayer), chosen.map(describeLayer));
  assert.deepEqual(describeCut(copy.model, copy.layers), describeCut(model, chosen));
  for (const [i, { kernels }] of chosen.entries()) {
    if (kernels === null || kernels.computed.length > 0) continue;
    assert.deepEqual(copy.layers[i]!.kernels!.evaluate(), kernels.evaluate());
  }
}

Deno.test("slimModel() keeps what the layers need, and nothing else", () => {
  const { slim, model } = copySlim(readModel(encodeModel(text)));
  assert.deepEqual(model.graph.nodes.map(({ name }) => name), ["first", "relu", "second"]);
  assert.deepEqual([...model.graph.initializers.keys()], ["w1", "w2"]);
  assert.deepEqual([...model.graph.inputs.keys()], ["photo"]);
  assert.deepEqual([...model.graph.declared.keys()], ["y1", "r1", "y2"]);
  assert.equal(slim.data, null);
});

Deno.test("slimModel() keeps fully connected layers with what adds their bias", () => {
  const last = { op: "Gemm", inputs: ["flat", "dense"], outputs: ["class"] };
  const product = [
    { op: "MatMul", name: "fc", inputs: ["flat", "dense"], outputs: ["product"] },
    { op: "Add", name: "add", inputs: ["product", "bias"], outputs: ["class"] },
  ];
  const bias = randomTensor(random, [10]);
  const softmax = { op: "Softmax", inputs: ["class"], outputs: ["share"] };
  for (const dense of [[last], [...product], [...product, softmax]]) {
    const nodes = [...text.nodes.slice(0, -1), ...dense];
    const model = readModel(encodeModel({
      ...text,
      nodes,
      initializers: { ...text.initializers, bias },
    }));
    assertSame(model, findLayers(model));
    assertSame(model, findLayers(model).filter((layer) => layer.dense));
  }
});

Deno.test("slimModel() notes what it is given, beside what the model notes", () => {
  const model = readModel(encodeModel({ ...text, metadata: { stride: "32", own: "first" } }));
  const notes = new Map([["own", "second"], ["added", "1"]]);
  const { file } = slimModel(model, findConvLayers(model), { dataName: "x", notes });
  assert.deepEqual(Object.fromEntries(readModel(file).metadata), {
    stride: "32",
    own: "first",
    added: "1",
  });
});

Deno.test("slimModel() declares the maps as outputs, with their type and their channels", () => {
  const { model } = copySlim(readModel(encodeModel(text)));
  const { y1, r1, y2 } = Object.fromEntries(model.graph.declared);
  assert.deepEqual([y1?.dataType, y1?.dims], ["float32", [null, 4, null, null]]);
  assert.deepEqual([r1?.dataType, r1?.dims], ["float32", [null, 4, null, null]]);
  assert.deepEqual([y2?.dataType, y2?.dims], ["float32", [null, 2, null, null]]);
});

Deno.test("slimModel() leaves the kernels, the maps and all that is told of a layer as they were", () => {
  assertSame(readModel(encodeModel(text)));
});

Deno.test("slimModel() keeps the layers that a chosen one needs, and none behind it", () => {
  const model = readModel(encodeModel(text));
  const names = (chosen: ConvLayer[]) =>
    copySlim(model, chosen).slim.layers.map((each) => each.name);
  assert.deepEqual(names(pick(model, "first")), ["first"]);
  assert.deepEqual(names(pick(model, "second")), ["first", "second"]);
});

Deno.test("slimModel() keeps functions, bodies, fused operators, sparse and computed weights", () => {
  const model = readModel(encodeHiddenModel());
  assertSame(model);
  for (const { name } of findConvLayers(model)) assertSame(model, pick(model, name));
});

// In the whole a sum reads y1 too, so that Relu does not belong to it alone.
const branching: ModelText = {
  nodes: [
    first,
    relu,
    second,
    { op: "Conv", name: "third", inputs: ["y1", "w3"], outputs: ["y3"] },
    { op: "Conv", name: "twin", inputs: ["r1", "w2"], outputs: ["y4"] },
  ],
  initializers: { w1, w2, w3: randomTensor(random, [2, 4, 1, 1], -1, 1) },
  inputs: { photo: photo.dims },
};

Deno.test("slimModel() notes what the nodes that it leaves out told of a layer", () => {
  const model = readModel(encodeModel(branching));
  const chosen = pick(model, "first", "second");
  assert.deepEqual(chosen.map(({ chain, badges }) => [chain, badges]), [[null, []], [null, [
    "shared",
  ]]]);
  assertSame(model, chosen);
  const { layers } = copySlim(model, chosen);
  assert.deepEqual(
    layers.map(({ node }) => [...node.metadata]),
    [[["convatlas.chain", ""]], [["convatlas.badges", "shared"]]],
  );
});

Deno.test("slimModel() notes nothing where what is left tells the same", () => {
  const { layers } = copySlim(readModel(encodeModel(text)));
  assert.deepEqual(layers.flatMap(({ node }) => [...node.metadata]), []);
});

Deno.test("slimModel() keeps the weights that are inputs too, as old files have them", async () => {
  const old = {
    ...text,
    irVersion: 3,
    opset: 8,
    inputs: { ...text.inputs, w1: w1.dims, w2: w2.dims },
  };
  const model = readModel(encodeModel(old));
  const copy = copySlim(model);
  assert.deepEqual([...copy.model.graph.inputs.keys()], ["photo", "w1", "w2"]);
  assert.equal(copy.model.irVersion, 3);
  const maps = (await captureLayers(copy.model, photo)).map(({ map }) => map);
  assert.deepEqual(maps, (await captureLayers(model, photo)).map(({ map }) => map));
});

/** Encodes a model of which all large tensors lie in a file beside it, also those in a body. */
function readOutside(): ReturnType<typeof readModel> {
  const data = Uint8Array.from({ length: 4 * 4 * 27 + 8 }, (_, i) => i % 64);
  const place = (offset: number) =>
    storeOutside("float32", [4, 3, 3, 3], { location: "w", offset });
  const body = {
    nodes: [{ op: "Conv", name: "inner", inputs: ["photo", "own"], outputs: ["y"] }],
    initializers: { own: place(4) },
  };
  const bytes = encodeModel({
    nodes: [
      { op: "Constant", inputs: [], outputs: ["held"], tensor: { value: place(8) } },
      first,
      { ...first, name: "constant", inputs: ["photo", "held"], outputs: ["y2"] },
      {
        op: "If",
        name: "choice",
        inputs: ["yes"],
        outputs: ["d"],
        graph: { then_branch: body, else_branch: body },
      },
    ],
    initializers: { w1: place(0), yes: store("bool", [], [1]) },
    inputs: { photo: photo.dims },
  });
  const toSource = (content: Uint8Array<ArrayBuffer>) => ({
    byteLength: content.length,
    read: (start: number, end: number) => content.subarray(start, end),
  });
  return readModel({ ...toSource(bytes), openBeside: () => toSource(data) });
}

Deno.test("slimModel() takes data in other files into its own, however deep in the model", () => {
  const model = readOutside();
  const chosen = findConvLayers(model);
  assert.equal(chosen.length, 4);
  const { slim, bytes } = copySlim(model);
  assert.equal(slim.data, null);
  const alone = findConvLayers(readModel(bytes)); // without a file beside it
  assert.deepEqual(
    alone.map(({ kernels }) => kernels!.evaluate()),
    chosen.map(({ kernels }) => kernels!.evaluate()),
  );
});

Deno.test("slimModel() puts weights beside a model that would have more bytes than one can", () => {
  const wide = randomTensor(random, [64, 3, 4, 4], -1, 1);
  const nodes = [{ ...first, inputs: ["photo", "wide"] }, { ...second, inputs: ["photo", "more"] }];
  const model = readModel(
    encodeModel({
      nodes,
      initializers: { wide, more: randomTensor(random, [33, 3, 4, 4], -1, 1) },
      inputs: { photo: photo.dims },
    }),
  );
  const { slim, bytes, layers } = copySlim(model, findConvLayers(model), 10_000);
  assert.ok(bytes.length < 1000, `${bytes.length} bytes`);
  assert.equal(slim.data!.byteLength, 4 * wide.data.length + 4 * 33 * 48);
  assert.deepEqual(
    layers.map(({ kernels }) => kernels!.evaluate()),
    findConvLayers(model).map(({ kernels }) => kernels!.evaluate()),
  );
  assert.deepEqual(
    layers.map(({ kernels }) => kernels!.storage),
    ["byte 0 of slim.data", `byte ${4 * wide.data.length} of slim.data`],
  );
});

Deno.test("slimModel() has an output where nobody knows the type of any map", () => {
  const model = readModel(encodeModel({
    ...text,
    nodes: [{ ...first, inputs: ["photo", "made"] }, {
      op: "Loop",
      inputs: ["", "", "w1"],
      outputs: ["made"],
    }],
  }));
  const { declared } = copySlim(model).model.graph;
  assert.deepEqual(
    [...declared.values()].map(({ name, dataType, dims }) => [name, dataType, dims]),
    [
      ["made_shape", "int64", [null]],
    ],
  );
});

Deno.test("slimModel() gives the same bytes each time", () => {
  const model = readModel(encodeHiddenModel());
  const { file } = slimModel(model, findConvLayers(model), { dataName: "a" });
  assert.deepEqual(copySlim(model).bytes, file.read(0, file.byteLength).slice());
});
