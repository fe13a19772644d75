import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";

const w: TensorText = { data: new Float32Array(3 * 2 * 4), dims: [3, 2, 2, 2] };
const plain: NodeText = { op: "Conv", inputs: ["x", "w", "b"], outputs: ["y"] };

function find(
  nodes: readonly NodeText[],
  initializers: Readonly<Record<string, TensorText>>,
): { readonly tensor: string; readonly values: readonly number[] | null } | null {
  const model = encodeModel({
    nodes,
    initializers,
    inputs: { x: [1, 2, 8, 8] },
    domains: { "com.microsoft": 1 },
  });
  const layer = findConvLayers(readModel(model)).at(-1)!;
  const values = layer.bias?.evaluate?.().data ?? null;
  return layer.bias && { tensor: layer.bias.tensor, values: values && [...values] };
}

for (const type of ["float32", "float16", "float64", "bfloat16"] as const) {
  Deno.test(`findBias() reads a bias of ${type}`, () => {
    const found = find([plain], { w, b: store(type, [3], [0.5, -2, 1.25]) });
    assert.deepEqual(found, { tensor: "b", values: [0.5, -2, 1.25] });
  });
}

Deno.test("findBias() reads the biases of transposed and fused convolutions", () => {
  const b = store("float32", [3], [1, 2, 3]);
  const turned: TensorText = { data: new Float32Array(2 * 3), dims: [2, 3, 1, 1] };
  const transposed = find([{ ...plain, op: "ConvTranspose" }], { w: turned, b });
  assert.deepEqual(transposed?.values, [1, 2, 3]);
  const fused = { ...plain, op: "FusedConv", domain: "com.microsoft" };
  assert.deepEqual(find([fused], { w, b })?.values, [1, 2, 3]);
});

Deno.test("findBias() finds none where the convolution names none", () => {
  assert.equal(find([{ ...plain, inputs: ["x", "w"] }], { w }), null);
  assert.equal(find([{ ...plain, inputs: ["x", "w", ""] }], { w }), null);
});

Deno.test("findBias() leaves what a node behind the convolution adds to that node", () => {
  const nodes = [
    { ...plain, inputs: ["x", "w"], outputs: ["c"] },
    { op: "Add", inputs: ["c", "b"], outputs: ["y"] },
  ];
  assert.equal(find(nodes, { w, b: store("float32", [1, 3, 1, 1], [1, 2, 3]) }), null);
});

Deno.test("findBias() reads what is made of constants", () => {
  const nodes = [
    { op: "Mul", inputs: ["half", "two"], outputs: ["b"] },
    plain,
  ];
  const half = store("float32", [3], [0.5, 1, -1]);
  assert.deepEqual(find(nodes, { w, half, two: store("float32", [], [2]) })?.values, [1, 2, -2]);
});

Deno.test("findBias() takes the scale of a dequantized bias into account", () => {
  const nodes = [
    { op: "DequantizeLinear", inputs: ["q", "s"], outputs: ["b"], int: { axis: 0 } },
    plain,
  ];
  const q = store("int32", [3], [100, -8, 2]);
  const found = find(nodes, { w, q, s: store("float32", [3], [0.5, 0.25, 2]) });
  assert.deepEqual(found?.values, [50, -2, 4]);
});

const integer: NodeText = {
  op: "QLinearConv",
  inputs: ["x", "xs", "xz", "w", "ws", "wz", "ys", "yz", "b"],
  outputs: ["y"],
};
const scales = {
  xs: store("float32", [], [0.5]),
  xz: store("uint8", [], [128]),
  wz: store("int8", [], [0]),
  ys: store("float32", [], [1]),
  yz: store("uint8", [], [0]),
  w: store("int8", [3, 2, 2, 2], new Int8Array(24)),
  b: store("int32", [3], [100, -8, 2]),
};

Deno.test("findBias() scales the bias of a QLinearConv by its maps and by each kernel", () => {
  const each = find([integer], { ...scales, ws: store("float32", [3], [0.5, 0.25, 2]) });
  assert.deepEqual(each?.values, [25, -1, 2]);
  const one = find([integer], { ...scales, ws: store("float32", [], [0.25]) });
  assert.deepEqual(one?.values, [12.5, -1, 0.25]);
});

Deno.test("findBias() says that there is a bias where the model computes it", () => {
  const nodes = [{ op: "GlobalAveragePool", inputs: ["x"], outputs: ["b"] }, plain];
  assert.deepEqual(find(nodes, { w }), { tensor: "b", values: null });
  const { xs: _, ...others } = scales;
  const scaled = find(
    [{ op: "ReduceMax", inputs: ["x"], outputs: ["xs"] }, integer],
    { ...others, ws: store("float32", [], [1]) },
  );
  assert.deepEqual(scaled, { tensor: "b", values: null });
});

Deno.test("findBias() takes no bias that has another number for the kernels", () => {
  const found = find([plain], { w, b: store("float32", [2], [1, 2]) });
  assert.deepEqual(found, { tensor: "b", values: null });
});
