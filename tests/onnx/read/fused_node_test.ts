import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { surveyFields } from "../../../src/survey/fields.ts";
import { surveyImage } from "../../../src/survey/image.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve, convolveTransposed } from "../../support/convolve.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers, runWhole } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(29);
const photo = randomTensor(random, [1, 4, 6, 5], -1, 1);
const w = randomTensor(random, [3, 4, 3, 3], -1, 1);
const b = randomTensor(random, [3], -1, 1);
const domains = { "com.microsoft": 1 };
const pads = { pads: [1, 1, 1, 1] };
const own = convolve(photo, w, { ...pads, bias: b.data });

function map({ data, dims }: Tensor, change: (value: number) => number): Tensor {
  return { data: data.map(change), dims };
}

function fuse(activation: string, parameters: readonly number[] = []): NodeText {
  return {
    op: "FusedConv",
    name: "conv",
    domain: "com.microsoft",
    inputs: ["photo", "w", "b"],
    outputs: ["maps"],
    ints: pads,
    string: { activation },
    ...(parameters.length > 0 && { floats: { activation_params: parameters } }),
  };
}

function encode(
  nodes: readonly NodeText[],
  rest: Partial<ModelText> = {},
): Uint8Array<ArrayBuffer> {
  return encodeModel({
    nodes,
    initializers: { w, b },
    inputs: { photo: photo.dims },
    domains,
    outputs: ["maps"],
    ...rest,
  });
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

// [activation, parameters, its operators, its definition]
const activations: readonly (readonly [
  string,
  readonly number[],
  readonly string[],
  (x: number) => number,
])[] = [
  ["Relu", [], ["Relu"], (x) => Math.max(0, x)],
  ["Tanh", [], ["Tanh"], Math.tanh],
  ["Sigmoid", [], ["Sigmoid"], sigmoid],
  ["LeakyRelu", [0.25], ["LeakyRelu"], (x) => x < 0 ? 0.25 * x : x],
  ["Clip", [-0.5, 0.75], ["Clip"], (x) => Math.min(0.75, Math.max(-0.5, x))],
  ["HardSigmoid", [0.3, 0.4], ["HardSigmoid"], (x) => Math.min(1, Math.max(0, 0.3 * x + 0.4))],
];

for (const [activation, parameters, operators, value] of activations) {
  for (const opset of [10, 17]) {
    Deno.test(`a FusedConv with ${activation} gives its own maps, and those behind it (opset ${opset})`, async () => {
      const bytes = encode([fuse(activation, parameters)], { opset });
      const [captured] = await captureLayers(readModel(bytes), photo);
      const [fused] = await runWhole(bytes, { inputs: { photo }, tensors: ["maps"] });
      assert.equal(captured!.layer.op, "FusedConv");
      assert.equal(captured!.layer.name, "conv");
      assert.deepEqual(captured!.layer.chain, { output: "maps", operators, added: null });
      assertClose(captured!.map, own, 1e-5);
      assertClose(captured!.after!, map(own, value), 1e-5);
      assertClose(captured!.after!, fused!, 1e-5);
    });
  }
}

Deno.test("a FusedConv without an activation is a convolution", async () => {
  const bytes = encode([{ ...fuse(""), string: {} }]);
  const [captured] = await captureLayers(readModel(bytes), photo);
  assert.equal(captured!.layer.output, "maps");
  assert.equal(captured!.layer.chain, null);
  assertClose(captured!.map, own, 1e-5);
});

Deno.test("a FusedConv with Silu is written out, which older runtimes do not know", async () => {
  const [captured] = await captureLayers(readModel(encode([fuse("Silu")])), photo);
  assert.deepEqual(captured!.layer.chain?.operators, ["Sigmoid", "Mul"]);
  assertClose(captured!.after!, map(own, (x) => x * sigmoid(x)), 1e-5);
});

Deno.test("what a FusedConv adds stands in its chain, and not in its own maps", async () => {
  const first = { ...fuse("Relu"), name: "first", outputs: ["lit"] };
  const z = randomTensor(random, [3, 3, 1, 1], -1, 1);
  const second: NodeText = {
    ...fuse("LeakyRelu", [0.1]),
    name: "second",
    inputs: ["lit", "z", "b", "lit"],
    ints: {},
  };
  const bytes = encode([first, second], { initializers: { w, b, z } });
  const [, captured] = await captureLayers(readModel(bytes), photo);
  const [fused] = await runWhole(bytes, { inputs: { photo }, tensors: ["maps"] });
  const operators = ["Add", "LeakyRelu"];
  assert.deepEqual(captured!.layer.chain, { output: "maps", operators, added: "lit" });
  const lit = map(own, (x) => Math.max(0, x));
  const alone = convolve(lit, z, { bias: b.data });
  assertClose(captured!.map, alone, 1e-5);
  const summed = { ...alone, data: alone.data.map((x, i) => x + lit.data[i]!) };
  assertClose(captured!.after!, map(summed, (x) => x < 0 ? 0.1 * x : x), 1e-5);
  assertClose(captured!.after!, fused!, 1e-5);
});

function turn(from: string, to: string, perm: readonly number[]): NodeText {
  return { op: "Transpose", inputs: [from], outputs: [to], ints: { perm } };
}

const before = turn("photo", "last", [0, 2, 3, 1]);
const behind = turn("turned", "maps", [0, 3, 1, 2]);

// [what, node, kernels as the file has them]
const kernelsLast = { ...w, dims: [3, 3, 3, 4], data: toLast(w) };
const laidOut: readonly (readonly [string, Partial<NodeText>, Tensor])[] = [
  ["com.microsoft NhwcFusedConv", { op: "NhwcFusedConv", string: { activation: "Relu" } }, w],
  ["com.microsoft NhwcConv", { op: "NhwcConv" }, kernelsLast],
  ["com.ms.internal.nhwc Conv", { op: "Conv", domain: "com.ms.internal.nhwc" }, w],
];

function toLast({ data, dims }: Tensor): Float32Array {
  const [out = 0, channels = 0, height = 0, width = 0] = dims;
  const turned = new Float32Array(data.length);
  for (let k = 0; k < out; k++) {
    for (let c = 0; c < channels; c++) {
      for (let i = 0; i < height * width; i++) {
        turned[(k * height * width + i) * channels + c] =
          data[(k * channels + c) * height * width + i]!;
      }
    }
  }
  return turned;
}

for (const [what, node, stored] of laidOut) {
  Deno.test(`${what} is read and run as a convolution with its channels first`, async () => {
    const inputs = ["last", "w", "b"];
    const conv = { ...fuse(""), string: {}, ...node, inputs, outputs: ["turned"] };
    const all = { ...domains, "com.ms.internal.nhwc": 11 };
    const bytes = encode([before, conv, behind], { initializers: { w: stored, b }, domains: all });
    const model = readModel(bytes);
    const [captured] = await captureLayers(model, photo);
    assert.equal(captured!.layer.op, conv.op);
    assertClose(captured!.layer.kernels!.evaluate(), w);
    assertClose(captured!.map, own, 1e-5);
    const { field } = surveyFields(model, surveyImage(model, {}), [captured!.layer])(
      captured!.layer,
    );
    assert.deepEqual(field && "line" in field && field.line, {
      size: [3, 3],
      stride: [1, 1],
      offset: [-1, -1],
    });
    if (conv.op === "NhwcFusedConv") {
      assertClose(captured!.after!, map(own, (x) => Math.max(0, x)), 1e-5);
    }
  });
}

Deno.test("com.ms.internal.nhwc ConvTranspose is read and run with its channels first", async () => {
  const up = randomTensor(random, [4, 3, 2, 2], -1, 1);
  const conv: NodeText = {
    op: "ConvTranspose",
    domain: "com.ms.internal.nhwc",
    inputs: ["last", "w"],
    outputs: ["turned"],
  };
  const all = { ...domains, "com.ms.internal.nhwc": 11 };
  const bytes = encode([before, conv, behind], { initializers: { w: up }, domains: all });
  const [captured] = await captureLayers(readModel(bytes), photo);
  assertClose(captured!.map, convolveTransposed(photo, up), 1e-5);
});

for (const last of [0, 1]) {
  Deno.test(`com.microsoft QLinearConv with channels_last ${last} gives the maps of the runtime's own`, async () => {
    const levels = (values: Float32Array, to: number) => values.map((x) => Math.round(x * to));
    const scales = { s: store("float32", [], [0.02]), out: store("float32", [], [0.1]) };
    const tensors = {
      ...scales,
      zero: store("uint8", [], [120]),
      none: store("int8", [], [0]),
      w: store("int8", w.dims, levels(w.data, 100)),
    };
    const input = last === 1 ? "last" : "photo";
    const nodes: NodeText[] = [
      before,
      { op: "QuantizeLinear", inputs: [input, "s", "zero"], outputs: ["q"] },
      {
        op: "QLinearConv",
        name: "conv",
        domain: "com.microsoft",
        inputs: ["q", "s", "zero", "w", "s", "none", "out", "zero"],
        outputs: ["made"],
        int: { channels_last: last },
      },
      { op: "DequantizeLinear", inputs: ["made", "out", "zero"], outputs: ["turned"] },
      last === 1 ? behind : { op: "Identity", inputs: ["turned"], outputs: ["maps"] },
    ];
    const bytes = encode(nodes, { initializers: tensors });
    const [captured] = await captureLayers(readModel(bytes), photo);
    const [whole] = await runWhole(bytes, { inputs: { photo }, tensors: ["maps"] });
    assert.equal(captured!.layer.kernels!.dims[1], 4);
    assert.deepEqual(captured!.layer.badges, ["quantized"]);
    assertClose(captured!.map, whole!, 1e-6);
  });
}

Deno.test("com.ms.internal.nhwc Conv in one dimension is read and run with its channels first", async () => {
  const signal = { data: photo.data, dims: [1, 4, 30] };
  const k = randomTensor(random, [3, 4, 5], -1, 1);
  const nodes: NodeText[] = [
    { op: "Reshape", inputs: ["photo", "sizes"], outputs: ["signal"] },
    turn("signal", "last", [0, 2, 1]),
    { op: "Conv", domain: "com.ms.internal.nhwc", inputs: ["last", "k"], outputs: ["turned"] },
    turn("turned", "maps", [0, 2, 1]),
  ];
  const sizes = store("int64", [3], signal.dims);
  const all = { ...domains, "com.ms.internal.nhwc": 11 };
  const bytes = encode(nodes, { initializers: { k, sizes }, domains: all });
  const [captured] = await captureLayers(readModel(bytes), photo);
  assertClose(captured!.map, convolve(signal, k), 1e-5);
});
