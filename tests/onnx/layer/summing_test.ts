import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { countingTensor } from "../../support/tensors.ts";

function find(
  nodes: readonly NodeText[],
  initializers: Readonly<Record<string, TensorText>> = {},
): readonly [kind: string | null, step: number | null] {
  const layer = findConvLayers(readModel(encodeModel({
    nodes,
    initializers: { w: countingTensor([2, 1, 3, 3]), ...initializers },
    inputs: { x: [1, 1, 8, 8] },
    domains: { "com.microsoft": 1 },
  }))).at(-1)!;
  const { summing } = layer;
  const step = summing?.kind === "rounded" ? summing.step : null;
  return [summing?.kind ?? null, step && step.evaluate().data[0]!];
}

const conv: NodeText = { op: "Conv", inputs: ["x", "w"], outputs: ["y"] };

Deno.test("findSumming() finds an exact sum in a convolution of float32", () => {
  assert.deepEqual(find([conv]), ["exact", null]);
});

Deno.test("findSumming() finds one that is rounded in half precision", () => {
  const half = { w: store("float16", [2, 1, 3, 3], new Float32Array(18)) };
  assert.deepEqual(find([conv], half), ["rounded", null]);
  const cast: NodeText = { op: "Cast", inputs: ["w"], outputs: ["v"], int: { to: 1 } };
  assert.deepEqual(find([cast, { ...conv, inputs: ["x", "v"] }], half), ["exact", null]);
});

Deno.test("findSumming() finds the steps of a QLinearConv", () => {
  const node = {
    ...conv,
    op: "QLinearConv",
    inputs: ["x", "s", "z", "w", "s", "z", "ys", "z"],
  };
  const initializers = {
    w: store("uint8", [2, 1, 3, 3], new Float32Array(18)),
    s: store("float32", [], [1]),
    z: store("uint8", [], [0]),
    ys: store("float32", [], [0.25]),
  };
  assert.deepEqual(find([node], initializers), ["rounded", 0.25]);
});

Deno.test("findSumming() finds the sum in fused operators, before what they were fused with", () => {
  const fused = { ...conv, op: "FusedConv", domain: "com.microsoft" };
  assert.deepEqual(find([fused]), ["exact", null]);
  assert.deepEqual(find([{ ...fused, string: { activation: "Relu" } }]), ["exact", null]);
  assert.deepEqual(find([{ ...fused, inputs: ["x", "w", "", "x"] }]), ["exact", null]);
});

Deno.test("findSumming() finds more than a sum behind offsets and behind computed biases", () => {
  const deformed = { ...conv, op: "DeformConv", inputs: ["x", "w", "offsets"] };
  assert.deepEqual(find([deformed]), [null, null]);
  const computed = { op: "GlobalAveragePool", inputs: ["x"], outputs: ["b"] };
  assert.deepEqual(find([computed, { ...conv, inputs: ["x", "w", "b"] }]), [null, null]);
});
