import assert from "node:assert/strict";
import { findElementType } from "../../../src/onnx/graph/element_type.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";

const FLOAT16 = 10; // TensorProto.DataType

// [tensor, its type, the node that writes it]
const cases: readonly (readonly [string, string | null, NodeText | null])[] = [
  ["photo", "uint8", null],
  ["w", "float32", null],
  ["half", "float16", { op: "Cast", inputs: ["photo"], outputs: ["half"], int: { to: FLOAT16 } }],
  ["relu", "float16", { op: "Relu", inputs: ["half"], outputs: ["relu"] }],
  ["maps", "float32", { op: "Conv", inputs: ["relu", "w"], outputs: ["maps"] }],
  ["either", "float32", { op: "Where", inputs: ["yes", "maps", "maps"], outputs: ["either"] }],
  ["whole", "int32", { op: "ConvInteger", inputs: ["photo", "zero"], outputs: ["whole"] }],
  ["coded", "uint8", { op: "QuantizeLinear", inputs: ["maps", "s"], outputs: ["coded"] }],
  ["signed", "int8", { op: "QuantizeLinear", inputs: ["maps", "s", "zero"], outputs: ["signed"] }],
  ["real", "float32", { op: "DequantizeLinear", inputs: ["signed", "s"], outputs: ["real"] }],
  ["sum", "int8", {
    op: "QLinearConv",
    inputs: ["coded", "s", "none", "w", "s", "none", "s", "zero"],
    outputs: ["sum"],
  }],
  ["product", "int8", {
    op: "QLinearMatMul",
    inputs: ["coded", "s", "none", "w", "s", "none", "s", "zero"],
    outputs: ["product"],
  }],
  ["gemm", "float32", {
    op: "QGemm",
    domain: "com.microsoft",
    inputs: ["coded", "s", "none", "zero", "s", "none"],
    outputs: ["gemm"],
  }],
  ["packed", "float32", {
    op: "MatMulNBits",
    domain: "com.microsoft",
    inputs: ["half", "zero", "s"],
    outputs: ["packed"],
  }],
  ["summed", "int32", { op: "MatMulInteger", inputs: ["photo", "zero"], outputs: ["summed"] }],
  ["unknown", null, null],
];

const model = readModel(encodeModel({
  nodes: cases.flatMap(([, , node]) => node ?? []),
  initializers: {
    w: store("float32", [1, 3, 1, 1], [1, 2, 3]),
    s: store("float32", [], [1]),
    zero: store("int8", [], [0]),
    yes: store("bool", [], [1]),
  },
  inputs: { photo: { type: "uint8", dims: [1, 3, 8, 8] } },
}));

for (const [tensor, type] of cases) {
  Deno.test(`findElementType() finds that "${tensor}" is ${type ?? "not known"}`, () => {
    assert.equal(findElementType(model, tensor), type);
  });
}
