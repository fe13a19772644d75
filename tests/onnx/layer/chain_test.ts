import assert from "node:assert/strict";
import { findChain } from "../../../src/onnx/layer/chain.ts";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers, runWhole } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";
import { measureCpu } from "../../support/program/cpu_time.ts";
import { node } from "../../support/model/node_text.ts";

const random = createRandom(17);
const photo = randomTensor(random, [1, 3, 6, 6], -2, 2);
const w = randomTensor(random, [4, 3, 3, 3], -1, 1);
const CHANNELS = 4;

/** What follows the convolution that writes "x", and the chain that is found. */
interface Case {
  readonly title: string;
  readonly nodes: readonly NodeText[];
  readonly tensors?: Readonly<Record<string, TensorText>>;
  readonly operators: readonly string[];
  readonly output: string;
  /** What the chain makes of a value of channel c. */
  readonly value?: (x: number, c: number) => number;
}

const perChannel = {
  gamma: store("float32", [CHANNELS], [1, 2, 0.5, -1]),
  beta: store("float32", [CHANNELS], [0, 1, -1, 0.5]),
  mean: store("float32", [CHANNELS], [0.1, 0.2, 0.3, 0.4]),
  variance: store("float32", [CHANNELS], [1, 4, 0.25, 9]),
  bias: store("float32", [1, CHANNELS, 1, 1], [1, -1, 2, -2]),
  slope: store("float32", [CHANNELS, 1, 1], [0.1, 0.2, 0.3, 0.4]),
};

const scalars = {
  half: store("float32", [], [0.5]),
  one: store("float32", [], [1]),
  zero: store("float32", [], [0]),
  six: store("float32", [], [6]),
  root: store("float32", [], [Math.SQRT2]),
  scale: store("float32", [], [0.125]),
  byte: store("uint8", [], [128]),
};

const cases: readonly Case[] = [
  {
    title: "BatchNormalization and Relu",
    nodes: [
      node("BatchNormalization", "x gamma beta mean variance", "normal", {
        float: { epsilon: 1e-5 },
      }),
      node("Relu", "normal", "y"),
    ],
    operators: ["BatchNormalization", "Relu"],
    output: "y",
    value: (x, c) => relu(normalize(x, c)),
  },
  {
    title: "a bias and Relu",
    nodes: [node("Add", "x bias", "sum"), node("Relu", "sum", "y")],
    operators: ["Add", "Relu"],
    output: "y",
    value: (x, c) => relu(x + [1, -1, 2, -2][c]!),
  },
  {
    title: "LeakyRelu",
    nodes: [node("LeakyRelu", "x", "y", { float: { alpha: 0.2 } })],
    operators: ["LeakyRelu"],
    output: "y",
    value: (x) => x < 0 ? 0.2 * x : x,
  },
  {
    title: "PRelu with a slope for each channel",
    nodes: [node("PRelu", "x slope", "y")],
    operators: ["PRelu"],
    output: "y",
    value: (x, c) => x < 0 ? x * [0.1, 0.2, 0.3, 0.4][c]! : x,
  },
  {
    title: "Clip with constant bounds",
    nodes: [node("Clip", "x zero six", "y")],
    operators: ["Clip"],
    output: "y",
    value: (x) => Math.min(6, relu(x)),
  },
  {
    title: "Clip with one bound left out",
    nodes: [{ op: "Clip", inputs: ["x", "", "one"], outputs: ["y"] }],
    operators: ["Clip"],
    output: "y",
    value: (x) => Math.min(1, x),
  },
  {
    title: "x times Sigmoid of x",
    nodes: [node("Sigmoid", "x", "gate"), node("Mul", "x gate", "y")],
    operators: ["Sigmoid", "Mul"],
    output: "y",
    value: (x) => x / (1 + Math.exp(-x)),
  },
  {
    title: "HardSwish",
    nodes: [node("HardSwish", "x", "y")],
    operators: ["HardSwish"],
    output: "y",
    value: (x) => x * Math.min(1, Math.max(0, x / 6 + 0.5)),
  },
  {
    title: "Gelu written out",
    nodes: [
      node("Div", "x root", "a"),
      node("Erf", "a", "b"),
      node("Add", "b one", "c"),
      node("Mul", "x c", "d"),
      node("Mul", "d half", "y"),
    ],
    operators: ["Div", "Erf", "Add", "Mul", "Mul"],
    output: "y",
  },
  {
    title: "Relu after Identity and Dropout, which go unnamed",
    nodes: [node("Identity", "x", "a"), node("Dropout", "a", "b"), node("Relu", "b", "y")],
    operators: ["Relu"],
    output: "y",
    value: relu,
  },
  {
    title: "Relu, and ends before a residual Add",
    nodes: [
      node("Relu", "x", "y"),
      node("Conv", "photo other", "shortcut"),
      node("Add", "y shortcut", "sum"),
      node("Relu", "sum", "end"),
    ],
    tensors: { other: randomTensor(random, [4, 3, 3, 3]) },
    operators: ["Relu"],
    output: "y",
    value: relu,
  },
  {
    title: "Relu, and ends before a branch",
    nodes: [
      node("Relu", "x", "y"),
      node("Tanh", "y", "left"),
      node("MaxPool", "y", "right", { ints: { kernel_shape: [2, 2] } }),
    ],
    operators: ["Relu"],
    output: "y",
    value: relu,
  },
  {
    title: "a Relu that two branches of one gate share",
    nodes: [
      node("Relu", "x", "lit"),
      node("Sigmoid", "lit", "gate"),
      node("Mul", "gate lit", "product"),
      node("Add", "product one", "y"),
      node("GlobalAveragePool", "y", "pooled"),
    ],
    operators: ["Relu", "Sigmoid", "Mul", "Add"],
    output: "y",
    value: (x) => relu(x) / (1 + Math.exp(-relu(x))) + 1,
  },
  {
    title: "Relu behind QuantizeLinear and DequantizeLinear",
    nodes: [
      node("QuantizeLinear", "x scale byte", "levels"),
      node("DequantizeLinear", "levels scale byte", "real"),
      node("Relu", "real", "y"),
    ],
    operators: ["Relu"],
    output: "y",
    value: (x) => relu((Math.min(255, Math.max(0, Math.round(x / 0.125) + 128)) - 128) * 0.125),
  },
  {
    title: "Relu, and ends before QuantizeLinear alone",
    nodes: [
      node("Relu", "x", "y"),
      node("QuantizeLinear", "y scale byte", "levels"),
    ],
    operators: ["Relu"],
    output: "y",
    value: relu,
  },
];

function relu(x: number): number {
  return Math.max(0, x);
}

function normalize(x: number, c: number): number {
  const gamma = [1, 2, 0.5, -1][c]!;
  const variance = [1, 4, 0.25, 9][c]!;
  return gamma * (x - (c + 1) / 10) / Math.sqrt(variance + 1e-5) + [0, 1, -1, 0.5][c]!;
}

function encodeCase(
  nodes: readonly NodeText[],
  tensors: Readonly<Record<string, TensorText>> = {},
): Uint8Array<ArrayBuffer> {
  return encodeModel({
    nodes: [node("Conv", "photo w", "x"), ...nodes],
    initializers: { w, ...perChannel, ...scalars, ...tensors },
    inputs: { photo: photo.dims },
    outputs: [nodes.at(-1)?.outputs[0] ?? "x"],
  });
}

for (const { title, nodes, tensors, operators, output, value } of cases) {
  Deno.test(`findChain() finds ${title}`, async () => {
    const bytes = encodeCase(nodes, tensors);
    const model = readModel(bytes);
    assert.deepEqual(findChain(model, "x"), { output, operators, added: null });
    const [captured] = await captureLayers(model, photo);
    const [own, after] = await runWhole(bytes, { inputs: { photo }, tensors: ["x", output] });
    assert.deepEqual(captured!.map.data, own!.data);
    assert.deepEqual(captured!.after!.data, after!.data);
    if (value !== undefined) assertClose(captured!.after!, apply(convolve(photo, w), value), 1e-5);
  });
}

function apply({ data, dims }: Tensor, value: (x: number, c: number) => number): Tensor {
  const size = data.length / CHANNELS;
  return { dims, data: data.map((x, i) => value(x, Math.floor(i / size))) };
}

// [what, nodes]
const none: readonly [string, readonly NodeText[]][] = [
  ["nothing", []],
  ["a pool", [node("MaxPool", "x", "y", { ints: { kernel_shape: [2, 2] } })]],
  ["another convolution", [node("Conv", "x w", "y")]],
  ["Identity alone", [node("Identity", "x", "y")]],
  ["a branch", [node("Relu", "x", "y"), node("GlobalAveragePool", "x", "pooled")]],
  ["a Softmax, which mixes channels", [node("Softmax", "x", "y")]],
  ["a Concat with itself", [node("Concat", "x x", "y", { int: { axis: 1 } })]],
  ["an operator that nothing is known of", [node("Strange", "x", "y", { domain: "elsewhere" })]],
  [
    "QuantizeLinear and DequantizeLinear alone",
    [node("QuantizeLinear", "x scale byte", "q"), node("DequantizeLinear", "q scale byte", "y")],
  ],
  ["a gate that depends on the photo", [
    node("GlobalAveragePool", "photo", "pooled"),
    node("Mul", "x pooled", "y"),
  ]],
];

for (const [what, nodes] of none) {
  Deno.test(`findChain() finds none where ${what} follows`, () => {
    assert.equal(findChain(readModel(encodeCase(nodes)), "x"), null);
  });
}

Deno.test("findChain() ends in a graph that goes in a circle", () => {
  const nodes = [node("Add", "x z", "y"), node("Relu", "y", "z"), node("Relu", "x", "x")];
  assert.equal(findChain(readModel(encodeCase(nodes)), "x"), null);
});

Deno.test("findChain() takes at most 32 operators", () => {
  const nodes = Array.from(
    { length: 40 },
    (_, i) => node("Relu", i === 0 ? "x" : `y${i}`, `y${i + 1}`),
  );
  assert.deepEqual(findChain(readModel(encodeCase(nodes)), "x")?.output, "y32");
});

Deno.test("findChain() is quick about a tensor that 20,000 nodes read", () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) => node("Relu", "x", `y${i}`));
  const model = readModel(encodeCase(nodes));
  const took = measureCpu(() => assert.equal(findChain(model, "x"), null));
  assert(took < 1000, `it took ${took} ms`);
});

// A map and what stands behind it have the same number of channels.
Deno.test("findChain() ends before a constant makes several maps of one", () => {
  const single = store("float32", [1, 3, 1, 1], [1, 2, 3]);
  const nodes = [node("Relu", "x", "lit"), node("Mul", "lit bias", "y")];
  const [layer] = findConvLayers(readModel(encodeCase(nodes, { w: single })));
  assert.deepEqual(layer!.chain, { output: "lit", operators: ["Relu"], added: null });
  const [other] = findConvLayers(readModel(encodeCase(nodes)));
  assert.deepEqual(other!.chain, { output: "y", operators: ["Relu", "Mul"], added: null });
});
