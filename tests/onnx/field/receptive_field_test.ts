import { tellReason } from "../../../src/reason/reason.ts";
import assert from "node:assert/strict";
import { readCell } from "../../../src/onnx/field/cell_reads.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { tracePhoto } from "../../../src/onnx/field/photo_trace.ts";
import {
  findMapField,
  type FoundField,
  type MapField,
} from "../../../src/onnx/field/receptive_field.ts";
import { compareReads } from "../../support/field/field_compare.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import {
  buildAlexnet,
  buildResnet50,
  buildVgg16,
  type Net,
} from "../../support/model/slim_nets.ts";
import { node } from "../../support/model/node_text.ts";

// [net, size, stride, padding, cells], from the README of google-research/receptive_field.
const published: readonly [string, Net, number, number, number, number][] = [
  ["alexnet_v2 up to pool5", buildAlexnet(), 195, 32, 64, 5],
  ["vgg_16 up to pool5", buildVgg16(), 212, 32, 90, 7],
  ["resnet_v1_50 up to block4", buildResnet50(), 483, 32, 239, 7],
];

for (const [name, net, size, stride, padding, cells] of published) {
  Deno.test(`findMapField() gives what is published for ${name}`, () => {
    const field = findKnown(net.nodes, net.tensors, [1, 3, 224, 224]);
    assert.deepEqual(field.line, {
      size: [size, size],
      stride: [stride, stride],
      offset: [-padding, -padding],
    });
    assert.deepEqual(field.cells, [cells, cells]);
  });
}

type Tensors = Readonly<Record<string, TensorText>>;

// The maps are what the last node writes.
function find(
  nodes: readonly NodeText[],
  tensors: Tensors,
  dims: readonly number[],
  more: Partial<ModelText> = {},
): FoundField {
  const bytes = encodeModel({ nodes, initializers: tensors, inputs: { photo: dims }, ...more });
  const axes = dims.at(-1) === 3 ? [1, 2] : [2, 3];
  const trace = tracePhoto(readModel(bytes), { name: "photo", dims, axes });
  return findMapField(trace, nodes.at(-1)!.outputs[0]!);
}

function findKnown(...args: Parameters<typeof find>): MapField {
  const field = find(...args);
  if ("missing" in field) throw new Error(tellReason(field.missing));
  return field;
}

function ones(...dims: readonly number[]): TensorText {
  return store("float32", dims, Array(dims.reduce((a, b) => a * b, 1)).fill(1));
}

function ints(...values: readonly number[]): TensorText {
  return store("int64", [values.length], [...values]);
}

function floats(...values: readonly number[]): TensorText {
  return store("float32", [values.length], [...values]);
}

const PHOTO = [1, 3, 48, 64];
const last = node("Transpose", "a", "t", { ints: { perm: [0, 3, 1, 2] } });

Deno.test("findMapField() follows a Pad and a Resize of channels that come last", () => {
  const pad = [
    node("Pad", "photo p", "a"),
    last,
    node("Conv", "t w", "y", { ints: { strides: [2, 2] } }),
  ];
  const padded = findKnown(pad, { p: ints(0, 3, 3, 0, 0, 3, 3, 0), w: ones(4, 3, 7, 7) }, [
    1,
    48,
    64,
    3,
  ]);
  assert.deepEqual(padded.line, { size: [7, 7], stride: [2, 2], offset: [-3, -3] });
  const resize = [
    {
      ...node("Resize", "photo", "a", { string: { mode: "nearest" } }),
      inputs: ["photo", "", "s"],
    },
    last,
    node("Conv", "t w", "y"),
  ];
  const resized = findKnown(resize, { s: floats(1, 0.5, 0.5, 1), w: ones(4, 3, 3, 3) }, [
    1,
    48,
    64,
    3,
  ]);
  assert.deepEqual(resized.line, { size: [5, 5], stride: [2, 2], offset: [0, 0] });
});

Deno.test("findMapField() tells the cells of a linear Resize apart", () => {
  const nodes = [
    node("Conv", "photo w", "a", { ints: { pads: [1, 1, 1, 1], strides: [2, 2] } }),
    {
      ...node("Resize", "", "b", { string: { mode: "linear" } }),
      inputs: ["a", "", "s"],
    },
    node("Conv", "b v", "y"),
  ];
  const field = findKnown(nodes, {
    w: ones(4, 3, 3, 3),
    s: floats(1, 1, 2, 2),
    v: ones(4, 4, 1, 1),
  }, PHOTO);
  assert.deepEqual(readCell(field.reads[0]!, [20, 0]), { first: 17, size: 5 });
  assert.equal(field.line, null);
});

Deno.test("findMapField() follows a Concat along width by the side that a cell is on", () => {
  const nodes = [
    node("Conv", "photo w", "a", { ints: { pads: [1, 1, 1, 1] } }),
    node("Concat", "a a", "b", { int: { axis: 3 } }),
    node("Conv", "b v", "y"),
  ];
  const field = findKnown(nodes, { w: ones(4, 3, 3, 3), v: ones(4, 4, 1, 1) }, PHOTO);
  assert.equal(field.line, null);
  assert.deepEqual(readCell(field.reads[1]!, [0, 100]), { first: 35, size: 3 });
  assert.deepEqual(readCell(field.reads[1]!, [0, 36]), { first: 35, size: 3 });
});

Deno.test("findMapField() takes SAME of a ConvTranspose as onnxruntime does", () => {
  const up = node("ConvTranspose", "photo w", "y", {
    ints: { strides: [2, 2], output_padding: [1, 1] },
    string: { auto_pad: "SAME_UPPER" },
  });
  const field = findKnown([up], { w: ones(3, 2, 3, 3) }, PHOTO);
  assert.deepEqual(readCell(field.reads[0]!, [10, 0]), { first: 5, size: 1 });
});

const gate = [
  node("Conv", "photo w", "a", { ints: { pads: [1, 1, 1, 1] } }),
  node("AveragePool", "a", "p", { ints: { kernel_shape: [48, 64] } }),
  node("Sigmoid", "p", "g"),
  node("Mul", "a g", "y"),
];

Deno.test("findMapField() knows that a gate of a pool over all cells reads the whole photo", () => {
  const field = findKnown(gate, { w: ones(4, 3, 3, 3) }, PHOTO);
  assert(field.whole && field.straight);
  assert.deepEqual(field.line, { size: [48, 64], stride: [0, 0], offset: [0, 0] });
  assert.deepEqual(field.cells, [48, 64]);
});

const whole: readonly [string, NodeText][] = [
  ["a pool of the whole photo", node("GlobalAveragePool", "photo", "y")],
  ["InstanceNormalization", node("InstanceNormalization", "photo b b", "y")],
  ["a mean over space", node("ReduceMean", "photo", "y", { ints: { axes: [2, 3] } })],
  ["GroupNormalization", node("GroupNormalization", "photo b b", "y", { int: { num_groups: 1 } })],
];

for (const [what, reads] of whole) {
  Deno.test(`findMapField() knows that ${what} reads the whole photo`, () => {
    assert(findKnown([reads], { b: ones(3) }, PHOTO).whole);
  });
}

Deno.test("findMapField() knows that Softmax along width reads whole rows", () => {
  const { line, whole } = findKnown(
    [node("Softmax", "photo", "y", { int: { axis: 3 } })],
    {},
    PHOTO,
  );
  assert.deepEqual(line, { size: [1, 64], stride: [1, 0], offset: [0, 0] });
  assert(!whole);
});

const unknown: readonly [string, NodeText, string][] = [
  [
    "an operator that nothing is known of",
    node("Relu", "photo", "y", { domain: "elsewhere", name: "odd" }),
    'its receptive field is not known behind Relu "odd"',
  ],
  [
    "an operator that reads where its numbers say",
    node("NonZero", "photo", "y", { name: "places" }),
    'its receptive field is not known behind NonZero "places"',
  ],
  [
    "an operator without a name",
    node("NonZero", "photo", "y"),
    "its receptive field is not known behind NonZero",
  ],
  [
    "a convolution whose strides do not fit",
    node("Conv", "photo w", "y", { ints: { strides: [2] }, name: "conv" }),
    'its receptive field is not known behind Conv "conv"',
  ],
  [
    "a convolution of stride 0",
    node("Conv", "photo w", "y", { ints: { strides: [0, 0] }, name: "conv" }),
    'its receptive field is not known behind Conv "conv"',
  ],
];

for (const [what, breaks, missing] of unknown) {
  Deno.test(`findMapField() names ${what}`, () => {
    const nodes = [breaks, node("Relu", "y", "z")];
    const field = find(nodes, { w: ones(3, 3, 3, 3) }, PHOTO);
    assert.equal("missing" in field && tellReason(field.missing), missing);
  });
}

Deno.test("findMapField() says of maps without the photo that they read nothing of it", () => {
  const nodes = [node("Relu", "photo", "x"), node("Conv", "b w", "y")];
  assert.deepEqual(find(nodes, { b: ones(1, 3, 8, 8), w: ones(1, 3, 1, 1) }, PHOTO), {
    missing: { code: "field-empty" },
  });
});

Deno.test("findMapField() gives a cell of one tile what that tile reads", () => {
  // [1, 3, 8, 8] in four tiles of 4 x 4 as samples
  const nodes = [
    node("Reshape", "photo s", "a"),
    node("Transpose", "a", "b", { ints: { perm: [0, 2, 4, 1, 3, 5] } }),
    node("Reshape", "b r", "c"),
    node("Conv", "c w", "y", { ints: { pads: [1, 1, 1, 1] } }),
  ];
  const tensors = { s: ints(1, 3, 2, 4, 2, 4), r: ints(4, 3, 4, 4), w: ones(2, 3, 3, 3) };
  const bytes = encodeModel({ nodes, initializers: tensors, inputs: { photo: [1, 3, 8, 8] } });
  const photo = { name: "photo", dims: [1, 3, 8, 8], axes: [2, 3] };
  const trace = tracePhoto(readModel(bytes), photo);
  const fields = [0, 1, 2, 3].map((sample) => findMapField(trace, "y", { sample }) as MapField);
  const firsts = fields.map(({ reads }) => reads.map((own) => readCell(own, [1, 1]).first));
  assert.deepEqual(firsts, [[0, 0], [0, 4], [4, 0], [4, 4]]);
});

// Operators that the random graphs leave out, in models of their own: [what, nodes, tensors, more].
const compared: readonly [string, readonly NodeText[], Tensors, Partial<ModelText>?][] = [
  [
    "Upsample of opset 9",
    [node("Upsample", "photo s", "y", { string: { mode: "linear" } })],
    { s: floats(1, 1, 2, 3) },
    { opset: 9 },
  ],
  [
    "Resize of opset 10 to fewer cells",
    [node("Resize", "photo s", "y", { string: { mode: "nearest" } })],
    { s: floats(1, 1, 0.6, 0.4) },
    { opset: 10 },
  ],
  [
    "Slice and Pad of opset 9",
    [
      node("Slice", "photo", "a", { ints: { axes: [2, 3], starts: [1, 0], ends: [9, -2] } }),
      node("Pad", "a", "y", { ints: { pads: [0, 0, 2, 1, 0, 0, 0, 3] }, string: { mode: "edge" } }),
    ],
    {},
    { opset: 9 },
  ],
  [
    "tf_crop_and_resize",
    [node("Resize", "photo roi s", "y", {
      string: { mode: "linear", coordinate_transformation_mode: "tf_crop_and_resize" },
    })],
    { roi: floats(0, 0, 0.2, -0.2, 1, 1, 0.7, 1.1), s: floats(1, 1, 1.5, 0.5) },
  ],
  [
    "windows gathered by indices, as Unfold is exported",
    [
      node("Gather", "photo rows", "a", { int: { axis: 2 } }),
      node("Gather", "a columns", "b", { int: { axis: 4 } }),
      node("Transpose", "b", "c", { ints: { perm: [0, 1, 2, 4, 3, 5] } }),
      node("Reshape", "c s", "y"),
    ],
    {
      rows: store("int64", [2, 5], [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]),
      columns: store("int64", [2, 4], [0, 2, 4, 6, 1, 3, 5, 7]),
      s: ints(-1, 12, 5, 4),
    },
  ],
  [
    "quantised sums",
    [
      node("QuantizeLinear", "photo q z", "a"),
      node("Slice", "a one many axis", "b"),
      node("Slice", "a zero minus axis", "c"),
      node("QLinearAdd", "b q z c q z q z", "d", { domain: "com.microsoft" }),
      node("DequantizeLinear", "d q z", "y"),
    ],
    {
      q: store("float32", [], [2]),
      z: store("uint8", [], [0]),
      one: ints(1),
      zero: ints(0),
      many: ints(99),
      minus: ints(-1),
      axis: ints(2),
    },
    { domains: { "com.microsoft": 1 } },
  ],
  [
    "a Pad whose sizes are computed, as torch.onnx exports it",
    [
      node("ConstantOfShape", "four", "zeros", { tensor: { value: ints(0) } }),
      node("Concat", "p zeros", "a", { int: { axis: 0 } }),
      node("Reshape", "a pairs", "b"),
      node("Slice", "b minus first zero minus", "c"),
      node("Transpose", "c", "d", { ints: { perm: [1, 0] } }),
      node("Reshape", "d minus", "e"),
      node("Cast", "e", "f", { int: { to: 7 } }),
      node("Pad", "photo f", "y", { string: { mode: "reflect" } }),
    ],
    {
      four: ints(4),
      p: ints(1, 2, 3, 4),
      pairs: ints(-1, 2),
      minus: ints(-1),
      first: ints(-9223372036854775807),
      zero: ints(0),
    },
  ],
  [
    "a Pad that repeats the photo",
    [node("Pad", "photo p", "y", { string: { mode: "wrap" } })],
    { p: ints(0, 0, 3, 1, 0, 0, 2, 4) },
    { opset: 19 },
  ],
];

for (const [what, nodes, tensors, more = {}] of compared) {
  Deno.test(`findMapField() says what cells read through ${what}`, async () => {
    const model = { nodes, initializers: tensors, inputs: { photo: ["n", 3, 11, 9] }, ...more };
    assert.deepEqual(await compareReads({ model, dims: [1, 3, 11, 9], axes: [2, 3] }, 1), []);
  });
}
