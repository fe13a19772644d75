import assert from "node:assert/strict";
import { findConstant } from "../../src/onnx/constant/find_constant.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { SUM_RULES } from "../../src/onnx/field/sum_rules.ts";
import { PAD_RULES } from "../../src/onnx/field/pad_rule.ts";
import { RESIZE_RULES } from "../../src/onnx/field/resize_rules.ts";
import { LAYOUT_RULES } from "../../src/onnx/field/layout_rules.ts";
import { ELEMENTWISE_RULES } from "../../src/onnx/field/elementwise_rules.ts";
import { WINDOW_RULES } from "../../src/onnx/field/window_rules.ts";
import { ATTRIBUTE, GRAPH, MODEL, NODE, TENSOR } from "../../src/onnx/wire/proto.ts";
import { concatBytes, encodeField, encodeMessage } from "../../src/onnx/wire/wire.ts";
import {
  encodeModel,
  type FunctionText,
  type GraphText,
  type ModelText,
  type NodeText,
} from "../support/model/onnx_model.ts";
import { store, storeRaw, type TensorText } from "../support/model/onnx_tensor.ts";
import { readAll } from "../support/model/read_all.ts";

// Files made to harm: whatever they claim, reading them ends soon, and in an error that says why.

const conv: NodeText = { op: "Conv", name: "conv", inputs: ["photo", "w"], outputs: ["maps"] };
const w = store("float32", [1, 3, 1, 1], [1, 2, 3]);

function encode(
  nodes: readonly NodeText[],
  tensors: Readonly<Record<string, TensorText>> = {},
  rest: Partial<ModelText> = {},
): Uint8Array<ArrayBuffer> {
  return encodeModel({
    nodes,
    initializers: { w, ...tensors },
    inputs: { photo: [1, 3, 8, 8] },
    ...rest,
  });
}

function refuse(bytes: Uint8Array<ArrayBuffer>, message: RegExp): void {
  const reading = readAll(bytes);
  assert("message" in reading, `it found ${JSON.stringify(reading)}`);
  assert.match(reading.message, message);
}

const FIELD_7 = 7 << 3 | 2; // the tag of ModelProto.graph

// [what, bytes, message]
const lengths: readonly [string, readonly number[], RegExp][] = [
  [
    "100 MB",
    [FIELD_7, 0x80, 0xc2, 0xd7, 0x2f],
    /: it ends 100000000 bytes before its graph does, /,
  ],
  ["4 GiB", [FIELD_7, 0xff, 0xff, 0xff, 0xff, 0x0f], /: it ends 4294967295 bytes before its graph/],
  ["a varint without end", [FIELD_7, ...Array(20).fill(0xff)], /^Cannot read protobuf field at/],
  ["a varint cut off", [FIELD_7, 0xff], /^Cannot read protobuf field at byte 0/],
];

for (const [what, bytes, message] of lengths) {
  Deno.test(`readModel() refuses a graph whose length is ${what}`, () => {
    refuse(Uint8Array.from(bytes), message);
  });
}

Deno.test("readModel() refuses a text of 100 MB without reading it", () => {
  const head = Uint8Array.of(2 << 3 | 2, 0x80, 0xc2, 0xd7, 0x2f); // producer_name, its length
  const read = (start: number, end: number) => {
    assert(end - start < 1e4, `it read ${end - start} bytes`);
    const bytes = new Uint8Array(end - start);
    bytes.set(head.subarray(start, end));
    return bytes;
  };
  assert.throws(
    () => readModel({ byteLength: head.length + 1e8, read }),
    /^SyntaxError: Cannot read text at byte 5: it is longer than 1048576 bytes$/,
  );
});

// [what, dims, message]
const dims: readonly [string, readonly number[], RegExp][] = [
  ["negative", [4, -3, 1, 1], /^Cannot read tensor "w": its dims are \[4,-3,1,1\]$/],
  ["so large that their product overflows", Array(4).fill(2 ** 20), /its dims are \[1048576,/],
  ["as large as an int64", [2 ** 62, 2, 1, 1], /its dims are \[4611686018427388000,2,1,1\]$/],
  ["large beside an extent of 0", [2 ** 50, 0, 1, 1], /its dims are \[1125899906842624,0,1,1\]$/],
  ["seventeen", Array(17).fill(1), /its dims are 17 numbers$/],
  ["a hundred thousand", Array(1e5).fill(1), /its dims are 100000 numbers$/],
];

for (const [what, extents, message] of dims) {
  Deno.test(`readModel() refuses a tensor whose dims are ${what}`, () => {
    refuse(encode([conv], { w: storeRaw("float32", extents, new Uint8Array(4)) }), message);
  });
}

Deno.test("readModel() refuses a tensor whose dims are a million, packed into one run", () => {
  const run = encodeField({ no: TENSOR.dims, kind: "bytes", value: new Uint8Array(1e6).fill(1) });
  const packed = { ...w, content: [run] };
  refuse(encode([conv], { w: packed }), /^Cannot read whole numbers at byte \d+: they are more/);
});

Deno.test("evaluate() refuses dims that the data do not fill, before it makes room for them", () => {
  const bytes = encode([conv], {
    w: storeRaw("int4", [2 ** 20, 2 ** 10, 1, 1], new Uint8Array(4)),
  });
  const constant = findConstant(readModel(bytes), "w")!;
  assert.throws(() => constant.evaluate(), /take 536870912 bytes, the file holds 4$/);
});

Deno.test("findConvLayers() refuses kernels of a type that is not known, when they are evaluated", () => {
  const strange = { ...w, content: [...w.content, encodeField({ no: 2, kind: "int", value: 99 })] };
  const [layer] = findConvLayers(readModel(encode([conv], { w: strange })));
  const message = /^TypeError: Cannot read tensor "w": its elements are type 99$/;
  assert.throws(() => layer!.kernels!.evaluate(), message);
});

function nest(depth: number): GraphText {
  if (depth === 0) return { nodes: [conv] };
  const branch = nest(depth - 1);
  const node = {
    op: "If",
    name: "deep",
    inputs: ["yes"],
    outputs: ["x"],
    graph: { then_branch: branch },
  };
  return { nodes: [node] };
}

Deno.test("findConvLayers() lists a convolution ten bodies deep", () => {
  assert.deepEqual(readAll(encode([...nest(10).nodes, conv])), { layers: 2 });
});

Deno.test("findConvLayers() refuses bodies that nest without end", () => {
  refuse(encode(nest(100).nodes), /^Cannot read node "deep": its bodies nest too deeply$/);
});

function describeCalls(name: string, called: string, times: number): FunctionText {
  const nodes = Array.from({ length: times }, (): NodeText => ({
    op: called,
    domain: "local",
    inputs: [],
    outputs: [],
  }));
  return { domain: "local", name, inputs: [], outputs: [], nodes };
}

const call = (op: string): NodeText => ({ op, domain: "local", inputs: [], outputs: [] });
const TOO_MANY = /^Cannot list convolutions: functions hold more than 16384 nodes$/;

Deno.test("findConvLayers() refuses functions that each call another a hundred times", () => {
  const calls = Array.from({ length: 8 }, (_, i) => describeCalls(`f${i}`, `f${i + 1}`, 100));
  const functions = [...calls, { ...describeCalls("f8", "", 0), nodes: [conv] }];
  refuse(encode([call("f0")], {}, { functions }), TOO_MANY);
});

Deno.test("findConvLayers() refuses a function that calls itself a hundred times", () => {
  const calls = describeCalls("f", "f", 100);
  const functions = [{ ...calls, nodes: [...calls.nodes, conv] }];
  refuse(encode([call("f")], {}, { functions }), TOO_MANY);
});

Deno.test("findConvLayers() ends in a function that calls itself", () => {
  const functions = [describeCalls("f", "f", 1)];
  assert.deepEqual(readAll(encode([call("f"), conv], {}, { functions })), { layers: 1 });
});

// Each result is used twice, so that the work doubles with every node.
Deno.test("findConstant() takes kernels for computed that 60 doublings make", () => {
  const nodes = Array.from({ length: 60 }, (_, i): NodeText => ({
    op: "Add",
    inputs: i === 0 ? ["w", "w"] : [`d${i - 1}`, `d${i - 1}`],
    outputs: [`d${i}`],
  }));
  const bytes = encode([...nodes, { ...conv, inputs: ["photo", "d59"] }]);
  assert.deepEqual(readAll(bytes), { layers: 1 });
  assert.equal(findConstant(readModel(bytes), "d59"), null);
  assert.deepEqual([...findConstant(readModel(bytes), "d5")!.evaluate().data], [64, 128, 192]);
});

Deno.test("findConstant() takes kernels for computed that a product of row and column makes", () => {
  const side = 2 ** 13;
  const tensors = {
    row: storeRaw("float32", [side, 1, 1, 1], new Uint8Array(4 * side)),
    column: storeRaw("float32", [1, side, 1, 1], new Uint8Array(4 * side)),
  };
  const mul: NodeText = { op: "Mul", inputs: ["row", "column"], outputs: ["product"] };
  const bytes = encode([mul, { ...conv, inputs: ["photo", "product"] }], tensors);
  assert.deepEqual(readAll(bytes), { layers: 1 });
  assert.equal(findConstant(readModel(bytes), "product"), null);
});

// [what, the nodes of a circle through "a"]
const circles: readonly [string, readonly NodeText[]][] = [
  ["Identity of itself", [{ op: "Identity", inputs: ["a"], outputs: ["a"] }]],
  ["two sums", [
    { op: "Add", inputs: ["a", "b"], outputs: ["b"] },
    { op: "Add", inputs: ["b", "b"], outputs: ["a"] },
  ]],
  ["a shape of its own", [{ op: "Reshape", inputs: ["a", "a"], outputs: ["a"] }]],
  [
    "10,000 nodes",
    Array.from({ length: 10_000 }, (_, i): NodeText => ({
      op: "Identity",
      inputs: [i === 0 ? "a" : `i${i}`],
      outputs: [i === 9_999 ? "a" : `i${i + 1}`],
    })),
  ],
];

for (const [what, nodes] of circles) {
  Deno.test(`findConstant() finds none in a circle of ${what}`, () => {
    const layers = ["x", "y"].map((output) => ({ ...conv, inputs: ["a", "a"], outputs: [output] }));
    const bytes = encode([...nodes, ...layers]);
    assert.deepEqual(readAll(bytes), { layers: 2 });
    assert.equal(findConstant(readModel(bytes), "a"), null);
  });
}

Deno.test("reading 2,000 convolutions behind a circle of 2,000 nodes ends soon", () => {
  const circle = Array.from({ length: 2_000 }, (_, i): NodeText => ({
    op: "Cast",
    inputs: [`i${i}`],
    outputs: [`i${(i + 1) % 2_000}`],
    int: { to: 1 },
  }));
  const layers = Array.from({ length: 2_000 }, (_, i) => ({
    ...conv,
    inputs: ["i0", "w"],
    outputs: [`y${i}`],
  }));
  assert.deepEqual(readAll(encode([...circle, ...layers])), { layers: 2_000 });
});

const tiny = encodeField({ no: ATTRIBUTE.ints, kind: "int", value: 1 });

// [what, small fields within a model]
const many: readonly [string, (count: number) => Uint8Array][] = [
  ["fields of the model", (count) => repeat(encodeField({ no: 99, kind: "int", value: 1 }), count)],
  ["nodes", (count) => encodeMessage(MODEL.graph, [repeat(encodeMessage(GRAPH.node, []), count)])],
  ["numbers of an attribute", (count) =>
    encodeMessage(MODEL.graph, [
      encodeMessage(GRAPH.node, [encodeMessage(NODE.attribute, [repeat(tiny, count)])]),
    ])],
  ["inputs of a node", (count) =>
    encodeMessage(MODEL.graph, [
      encodeMessage(GRAPH.node, [repeat(encodeMessage(NODE.input, []), count)]),
    ])],
];

function repeat(field: Uint8Array, count: number): Uint8Array {
  const run = new Uint8Array(field.length * count);
  for (let i = 0; i < count; i++) run.set(field, i * field.length);
  return run;
}

for (const [what, make] of many) {
  Deno.test(`readModel() reads 200,000 ${what} soon, and refuses a million`, () => {
    const start = encode([conv]);
    assert.deepEqual(readAll(concatBytes([start, make(200_000)])), { layers: 1 });
    refuse(concatBytes([start, make(1_000_000)]), /it has too many fields$/);
  });
}

// [what, node]
const odd: readonly [string, NodeText][] = [
  ["no input", { op: "Conv", inputs: [], outputs: ["y"] }],
  ["no output", { op: "Conv", inputs: ["photo", "w"], outputs: [] }],
  ["group 0", { ...conv, int: { group: 0 } }],
  ["a negative group", { ...conv, int: { group: -1 } }],
  ["a group beyond all channels", { ...conv, int: { group: 2 ** 53 } }],
  ["ConvTranspose of group 0", { ...conv, op: "ConvTranspose", int: { group: 0 } }],
  ["weights without axes", { ...conv, inputs: ["photo", "number"] }],
  ["weights of one axis", { ...conv, inputs: ["photo", "list"] }],
  ["ConvTranspose of weights without axes", {
    ...conv,
    op: "ConvTranspose",
    inputs: ["photo", "number"],
  }],
  ["empty weights", { ...conv, inputs: ["photo", "empty"] }],
  ["a perm that names an axis twice", {
    op: "Transpose",
    inputs: ["w"],
    outputs: ["t"],
    ints: { perm: [0, 0, 1, 2] },
  }],
  ["pads of the wrong count", { ...conv, ints: { pads: [1, 1] } }],
];

for (const [what, node] of odd) {
  Deno.test(`reading a node of ${what} ends in a value or an error`, () => {
    const tensors = {
      number: store("float32", [], [1]),
      list: store("float32", [3], [1, 2, 3]),
      empty: store("float32", [0, 3, 1, 1], []),
    };
    const last = { ...conv, name: "last", inputs: ["photo", "t"], outputs: ["end"] };
    readAll(encode([node, last], tensors));
  });
}

// What gives sizes: each is tried with no input, with some, with those that are left out.
const SIZING = [
  ...["Shape", "Size", "Identity", "Cast", "Floor", "Ceil", "Round", "Neg", "Sqrt", "Not"],
  ...["Add", "Sub", "Mul", "Div", "Mod", "Min", "Max", "Pow", "Equal", "Less", "Greater"],
  ...["And", "Or", "Where", "Gather", "Concat", "Slice", "Range", "ConstantOfShape", "Expand"],
  ...["Reshape", "Squeeze", "Unsqueeze", "ReduceProd"],
];

Deno.test("reading operators that compute sizes, of any inputs, ends in a value or an error", () => {
  const places = ["none", "number", "list", "shape", ""];
  const pairs = places.flatMap((a) => places.map((b) => [a, b]));
  const sizes = store("int64", [2], [1, 192]);
  for (const op of SIZING) {
    for (
      const inputs of [[], ...places.map((name) => [name]), ...pairs, ["list", "none", "list"]]
    ) {
      const nodes: NodeText[] = [
        { op: "Shape", inputs: ["photo"], outputs: ["shape"] },
        { op, name: "sizes", inputs, outputs: ["made"] },
        { op: "Reshape", inputs: ["photo", "made"], outputs: ["laid"] },
        { ...conv, inputs: ["laid", "w"] },
      ];
      const tensors = {
        number: store("int64", [], [3]),
        list: sizes,
        none: store("int64", [0], []),
      };
      readAll(encode(nodes, tensors));
    }
  }
});

Deno.test("reading operators that are traced, of any inputs, ends in a value or an error", () => {
  const rules = [SUM_RULES, PAD_RULES, RESIZE_RULES, LAYOUT_RULES, ELEMENTWISE_RULES, WINDOW_RULES];
  const ops = new Set(rules.flatMap((each) => [...each.keys()]));
  assert(ops.size > 100);
  const places = ["photo", "list", "number", ""];
  const pairs = places.flatMap((a) => places.map((b) => [a, b]));
  for (const op of ops) {
    for (const inputs of [[], ...places.map((name) => [name]), ...pairs]) {
      const nodes: NodeText[] = [
        { op, name: "any", inputs, outputs: ["made", "more"] },
        { ...conv, inputs: ["made", "w"] },
        { ...conv, inputs: ["more", "w"], outputs: ["end"] },
      ];
      readAll(
        encode(nodes, { number: store("int64", [], [3]), list: store("int64", [2], [1, 192]) }),
      );
    }
  }
});
