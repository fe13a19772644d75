import { tellReason } from "../../../src/reason/reason.ts";
import assert from "node:assert/strict";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import {
  encodeModel,
  type GraphText,
  type ModelText,
  type NodeText,
} from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers } from "../../support/model/run_model.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(19);
const photo = randomTensor(random, [1, 3, 6, 6], -1, 1);
const w = randomTensor(random, [3, 3, 3, 3], -1, 1);

const conv: NodeText = { op: "Conv", name: "conv", inputs: ["photo", "w"], outputs: ["maps"] };

function find(
  nodes: readonly NodeText[],
  tensors: Readonly<Record<string, TensorText>> = {},
  rest: Partial<ModelText> = {},
): ConvLayer[] {
  const initializers = { w, ...tensors };
  const inputs = { photo: photo.dims };
  return findConvLayers(readModel(encodeModel({ nodes, initializers, inputs, ...rest })));
}

// O8: names are unstable.
Deno.test("findConvLayers() names a layer by its node, else its weight, else its ordinal", () => {
  const layers = find([
    conv,
    { ...conv, name: "", outputs: ["b"] },
    { ...conv, name: "", inputs: ["photo"], outputs: ["c"] },
  ]);
  assert.deepEqual(layers.map(({ name }) => name), ["conv", "w", "Conv_2"]);
});

const body: GraphText = {
  nodes: [
    { op: "Identity", inputs: ["maps"], outputs: ["same"] },
    { op: "Conv", name: "hidden", inputs: ["same", "w"], outputs: ["inner"] },
  ],
};

const asIs: GraphText = { nodes: [{ op: "Identity", inputs: ["maps"], outputs: ["kept"] }] };

const samePads = { pads: [1, 1, 1, 1] };

const loopBody: GraphText = {
  nodes: [
    { op: "Identity", inputs: ["going"], outputs: ["goes_on"] },
    { op: "Conv", name: "hidden", inputs: ["state", "w"], outputs: ["next"], ints: samePads },
  ],
  inputs: {
    step: { type: "int64", dims: [] },
    going: { type: "bool", dims: [] },
    state: ["n", 3, "h", "w"],
  },
  outputs: ["goes_on", "next"],
};

const scanBody: GraphText = {
  nodes: [
    { op: "Identity", inputs: ["element"], outputs: ["seen"] },
    { op: "Conv", name: "hidden", inputs: ["state", "w"], outputs: ["next"], ints: samePads },
  ],
  inputs: { state: ["n", 3, "h", "w"], element: [1] },
  outputs: ["next", "seen"],
};

/** Control flow with a convolution in its body. */
const control: Readonly<Record<string, NodeText>> = {
  If: {
    op: "If",
    name: "choice",
    inputs: ["yes"],
    outputs: ["chosen"],
    graph: { then_branch: body, else_branch: asIs },
  },
  Loop: {
    op: "Loop",
    name: "choice",
    inputs: ["count", "yes", "maps"],
    outputs: ["chosen"],
    graph: { body: loopBody },
  },
  Scan: {
    op: "Scan",
    name: "choice",
    inputs: ["maps", "list"],
    outputs: ["chosen", "list_out"],
    graph: { body: scanBody },
    int: { num_scan_inputs: 1 },
  },
};

const controls = {
  yes: store("bool", [], [1]),
  count: store("int64", [], [2]),
  list: store("float32", [3, 1], [1, 2, 3]),
};

// O3: tensors of bodies cannot be outputs.
for (const [op, node] of Object.entries(control)) {
  Deno.test(`findConvLayers() reads the kernels in the body of ${op}, whose maps cannot be tapped`, () => {
    const [, hidden] = find([conv, node], controls);
    assert.equal(hidden?.name, "hidden");
    assert.deepEqual(hidden.kernels!.evaluate().data, w.data);
    assert.equal(hidden.kernelsMissing, null);
    assert.equal(hidden.tap, null);
    assert.deepEqual(hidden.badges, ["not-capturable", "shared"]);
    assert.deepEqual(hidden.mapsMissing, { code: "in-body", op, node: "choice" });
  });

  Deno.test(`the cut model gives what stands before and behind ${op}`, async () => {
    const bytes = encodeModel({
      nodes: [conv, node, { ...conv, name: "last", inputs: ["chosen", "w"], outputs: ["end"] }],
      initializers: { w, ...controls },
      inputs: { photo: [1, 3, 12, 12] },
    });
    const large = randomTensor(random, [1, 3, 12, 12], -1, 1);
    const captured = await captureLayers(readModel(bytes), large);
    assert.deepEqual(captured.map(({ layer }) => layer.name), ["conv", "last"]);
    assertClose(captured[0]!.map, convolve(large, w));
    const times = op === "If" ? 1 : { Loop: 2, Scan: 3 }[op]!;
    const pads = op === "If" ? [0, 0, 0, 0] : [1, 1, 1, 1];
    let x = captured[0]!.map;
    for (let i = 0; i < times; i++) x = convolve(x, w, { pads });
    assertClose(captured[1]!.map, convolve(x, w), 1e-4);
  });
}

const calls: Partial<ModelText> = {
  domains: { local: 1 },
  functions: [
    {
      domain: "local",
      name: "Block",
      inputs: ["x", "k"],
      outputs: ["y"],
      nodes: [{ op: "Conv", name: "inside", inputs: ["x", "k"], outputs: ["y"] }],
    },
    {
      domain: "local",
      name: "Stage",
      inputs: ["x", "k"],
      outputs: ["y"],
      nodes: [
        { op: "Block", domain: "local", name: "block", inputs: ["x", "k"], outputs: ["y"] },
      ],
    },
  ],
};

for (const op of ["Block", "Stage"]) {
  const call: NodeText = {
    op,
    domain: "local",
    name: "call",
    inputs: ["maps", "w"],
    outputs: ["y"],
  };

  Deno.test(`findConvLayers() finds the convolution within the function ${op} where it is called`, () => {
    const [, inside, ...rest] = find([conv, call], {}, calls);
    assert.deepEqual(rest, []);
    assert.equal(inside?.name, op === "Block" ? "call/inside" : "call/block/inside");
    assert.equal(inside.output, "y");
    assert.deepEqual(inside.kernels!.evaluate().data, w.data);
    assert.equal(inside.mapsMissing, null);
  });

  Deno.test(`the cut model gives the maps within the function ${op} and behind it`, async () => {
    const last = { ...conv, name: "last", inputs: ["y", "w"], outputs: ["end"] };
    const bytes = encodeModel({
      nodes: [conv, call, last],
      initializers: { w },
      inputs: { photo: [1, 3, 8, 8] },
      ...calls,
    });
    const large = randomTensor(random, [1, 3, 8, 8], -1, 1);
    const captured = await captureLayers(readModel(bytes), large);
    let expected = large;
    for (const { map } of captured) {
      expected = convolve(expected, w);
      assertClose(map, expected, 1e-4);
    }
    assert.equal(captured.length, 3);
  });
}

Deno.test("findConvLayers() lists a convolution of a function that a body calls", () => {
  const inner: GraphText = {
    nodes: [{ op: "Block", domain: "local", name: "call", inputs: ["maps", "w"], outputs: ["y"] }],
  };
  const node = { ...control.If!, graph: { then_branch: inner, else_branch: asIs } };
  const [, hidden] = find([conv, node], controls, calls);
  assert.equal(hidden?.name, "call/inside");
  assert.deepEqual(hidden.kernels!.evaluate().data, w.data);
});

Deno.test("findConvLayers() reads the kernels that a body holds itself, not those of another", () => {
  const other = randomTensor(random, [2, 3, 1, 1]);
  const own: GraphText = {
    nodes: [{ op: "Conv", name: "own", inputs: ["maps", "k"], outputs: ["y"] }],
    initializers: { k: other },
  };
  const made: GraphText = {
    nodes: [
      { op: "Constant", inputs: [], outputs: ["k"], tensor: { value: w } },
      { op: "Conv", name: "made", inputs: ["maps", "k"], outputs: ["y"] },
    ],
  };
  const node = { ...control.If!, graph: { then_branch: own, else_branch: made } };
  const [, ...hidden] = find([conv, node], controls);
  assert.deepEqual(hidden.map(({ name }) => name), ["own", "made"]);
  assert.deepEqual(hidden.map(({ kernels }) => kernels!.evaluate()), [other, w]);
});

// O9: a weight that is computed.
Deno.test("findConvLayers() says that weights which depend on the photo are not drawn", async () => {
  const nodes: NodeText[] = [
    { op: "ReduceMean", inputs: ["photo"], outputs: ["mean"] },
    { op: "Mul", inputs: ["w", "mean"], outputs: ["gated"] },
    { ...conv, inputs: ["photo", "gated"] },
  ];
  const [layer] = find(nodes);
  assert.equal(layer!.kernels, null);
  assert.match(tellReason(layer!.kernelsMissing!), /^computed weight, not drawn/);
  assert.equal(layer!.mapsMissing, null);
  assert.deepEqual(layer!.badges, ["computed"]);
  const model = readModel(
    encodeModel({ nodes, initializers: { w }, inputs: { photo: photo.dims } }),
  );
  const [captured] = await captureLayers(model, photo);
  const mean = photo.data.reduce((sum, value) => sum + value, 0) / photo.data.length;
  const kernels = { ...w, data: w.data.map((value) => value * mean) };
  assertClose(captured!.map, convolve(photo, kernels));
});

Deno.test("findConvLayers() calls kernels computed where a zero point or scale is", () => {
  const computed = { op: "Cast", inputs: ["photo"], outputs: ["made"], int: { to: 2 } };
  const integer: NodeText = {
    op: "ConvInteger",
    inputs: ["photo", "w", "zero", "made"],
    outputs: ["a"],
  };
  const quantized: NodeText = {
    op: "QLinearConv",
    inputs: ["photo", "s", "zero", "w", "made", "zero", "s", "zero"],
    outputs: ["b"],
  };
  const tensors = {
    w: store("uint8", [1, 1, 1, 1], [1]),
    given: store("uint8", [], [1]),
    zero: store("uint8", [], [0]),
    s: store("float32", [], [1]),
  };
  const layers = find([computed, integer, quantized], tensors);
  assert.deepEqual(layers.map(({ kernels }) => kernels), [null, null]);
});

Deno.test("findConvLayers() gives a layer whose weights do not fit a reason", () => {
  const [layer] = find([{ ...conv, ints: { kernel_shape: [5, 5] } }]);
  assert.match(
    tellReason(layer!.kernelsMissing!),
    /^Cannot read Conv "conv": weights of dims \[3,3,3,3\]/,
  );
  assert.equal(layer!.mapsMissing, null);
});

for (
  const [what, ints] of Object.entries({
    "strides of 0": { strides: [0, 1] },
    "dilations below 1": { dilations: [1, -1] },
  })
) {
  Deno.test(`findConvLayers() refuses ${what}`, () => {
    const [layer] = find([{ ...conv, ints }]);
    assert.match(
      tellReason(layer!.kernelsMissing!),
      /^Cannot read Conv "conv": (strides|dilations) is \[/,
    );
  });
}

// O20: operators of optimised graphs.
Deno.test("findConvLayers() asks for the unoptimised model of kernels in blocks of channels", () => {
  const [layer] = find([{ ...conv, domain: "com.microsoft.nchwc" }]);
  assert.deepEqual(layer!.badges, ["not-capturable"]);
  assert.match(
    tellReason(layer!.mapsMissing!),
    /stores kernels in blocks of channels; give the model before/,
  );
});

Deno.test("findConvLayers() asks for the unoptimised model of an activation that is not known", () => {
  const activation = { string: { activation: "Swirl" } };
  const [layer] = find([{ ...conv, domain: "com.microsoft", op: "FusedConv", ...activation }]);
  assert.deepEqual(layer!.badges, ["not-capturable"]);
  assert.match(
    tellReason(layer!.mapsMissing!),
    /with an activation or outputs that are not known; give the/,
  );
});

Deno.test("findConvLayers() knows the domain ai.onnx as ONNX's own", () => {
  assert.equal(find([{ ...conv, domain: "ai.onnx" }]).length, 1);
  assert.equal(find([{ ...conv, domain: "elsewhere" }]).length, 0);
});

Deno.test("findConvLayers() marks weights that two convolutions share", () => {
  const layers = find([conv, { ...conv, name: "again", inputs: ["maps", "w"], outputs: ["y"] }]);
  assert.deepEqual(layers.map(({ badges }) => badges), [["shared"], ["shared"]]);
});

Deno.test("findConvLayers() marks depthwise convolutions, not grouped ones", () => {
  const layers = find([
    { ...conv, inputs: ["photo", "deep"], int: { group: 4 }, outputs: ["a"] },
    { ...conv, inputs: ["photo", "half"], int: { group: 2 }, outputs: ["b"] },
  ], { deep: randomTensor(random, [8, 1, 3, 3]), half: randomTensor(random, [4, 2, 3, 3]) });
  assert.deepEqual(layers.map(({ badges }) => badges), [["depthwise"], []]);
  assert.deepEqual(layers.map(({ shape }) => shape?.inChannels), [4, 4]);
});

Deno.test("findConvLayers() marks weights that two layers make of what is stored once", () => {
  const quantized = store("int8", w.dims, w.data.map((value) => Math.round(100 * value)));
  const scaled = (output: string) => ({
    op: "DequantizeLinear",
    inputs: ["q", "s"],
    outputs: [output],
  });
  const nodes = [
    scaled("a"),
    scaled("b"),
    { op: "Transpose", inputs: ["b"], outputs: ["t"], ints: { perm: [1, 0, 2, 3] } },
    { ...conv, inputs: ["photo", "a"] },
    { ...conv, inputs: ["photo", "t"], outputs: ["y"] },
    { ...conv, inputs: ["photo", "w"], outputs: ["z"] },
  ];
  const layers = find(nodes, { q: quantized, s: store("float32", [], [0.01]) });
  const both = ["quantized", "shared"];
  assert.deepEqual(layers.map(({ badges }) => badges), [both, both, []]);
});

Deno.test("findConvLayers() does not mark weights that two layers make of one in their own way", () => {
  const nodes = [
    { op: "Add", inputs: ["w", "one"], outputs: ["a"] },
    { op: "Add", inputs: ["w", "two"], outputs: ["b"] },
    { ...conv, inputs: ["photo", "a"] },
    { ...conv, inputs: ["photo", "b"], outputs: ["y"] },
  ];
  const layers = find(nodes, {
    one: randomTensor(random, w.dims),
    two: randomTensor(random, w.dims),
  });
  assert.deepEqual(layers.map(({ badges }) => badges), [[], []]);
});

// O11: a quantizer lets a convolution write "/relu/Relu_output_0".
Deno.test("findConvLayers() goes by the operator, not by the name of its output", () => {
  const [layer] = find([{ ...conv, outputs: ["/relu/Relu_output_0"] }]);
  assert.equal(layer!.op, "Conv");
  assert.equal(layer!.output, "/relu/Relu_output_0");
});

// O23, O8: which channels the kernels read is known by what stands before them.
const before: readonly [string, readonly NodeText[], string | null][] = [
  ["nothing", [], "photo"],
  ["Transpose", [{ op: "Transpose", inputs: ["photo"], outputs: ["x"] }], "photo"],
  ["Sub and Div", [
    { op: "Sub", inputs: ["photo", "one"], outputs: ["centred"] },
    { op: "Div", inputs: ["centred", "one"], outputs: ["x"] },
  ], "photo"],
  [
    "Mul with the constant first",
    [{ op: "Mul", inputs: ["one", "photo"], outputs: ["x"] }],
    "photo",
  ],
  ["another convolution", [{ ...conv, name: "", outputs: ["x"] }], null],
  ["Concat", [{ op: "Concat", inputs: ["photo", "photo"], outputs: ["x"] }], null],
  ["a circle", [
    { op: "Identity", inputs: ["y"], outputs: ["x"] },
    { op: "Identity", inputs: ["x"], outputs: ["y"] },
  ], null],
];

for (const [what, nodes, expected] of before) {
  Deno.test(`findConvLayers() finds the input behind ${what}`, () => {
    const input = nodes.length === 0 ? "photo" : "x";
    const layers = find([...nodes, { ...conv, inputs: [input, "w"], outputs: ["maps"] }], {
      one: store("float32", [], [1]),
    });
    assert.equal(layers.at(-1)!.readsInput, expected);
  });
}

Deno.test("findConvLayers() finds names of line separators, emoji and a byte order mark", () => {
  const names = ["conv\u2028one", "🦊 conv", "\ufeffconv", "日本/畳み込み"];
  const layers = find(names.map((name, i) => ({ ...conv, name, outputs: [`maps${i}`] })));
  assert.deepEqual(layers.map(({ name }) => name), names);
});

Deno.test("the cut model gives tensors of any name", async () => {
  const names = ["maps\u2028one", "🦊", "\ufeffmaps", "tap_0", "feed_0"];
  const nodes = names.map((name) => ({ ...conv, name, outputs: [name] }));
  const model = readModel(
    encodeModel({ nodes, initializers: { w }, inputs: { photo: photo.dims } }),
  );
  const captured = await captureLayers(model, photo);
  assert.deepEqual(captured.map(({ layer }) => layer.output), names);
  for (const { map } of captured) assertClose(map, convolve(photo, w));
});
