import assert from "node:assert/strict";
import { findFittingMultiple } from "../../../src/onnx/input/fitting_size.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";

function pool(input: string, output: string, size: number): NodeText {
  const ints = { kernel_shape: [size, size], strides: [size, size] };
  return { op: "MaxPool", inputs: [input], outputs: [output], ints };
}

function enlarge(input: string, output: string, scales: string): NodeText {
  return { op: "Resize", inputs: [input, "", scales], outputs: [output] };
}

function join(a: string, b: string, output: string): NodeText {
  return { op: "Concat", inputs: [a, b], outputs: [output], int: { axis: 1 } };
}

function floats(...values: readonly number[]): TensorText {
  return store("float32", [values.length], values);
}

const tensors = {
  two: floats(1, 1, 2, 2),
  three: floats(1, 1, 3, 3),
};

// [what, nodes, multiple]
const nets: readonly (readonly [string, readonly NodeText[], number | null])[] = [
  ["one pool", [pool("photo", "a", 2), enlarge("a", "b", "two"), join("photo", "b", "y")], 2],
  ["two pools", [
    pool("photo", "a", 2),
    pool("a", "b", 2),
    enlarge("b", "c", "two"),
    join("a", "c", "d"),
    enlarge("d", "e", "two"),
    join("photo", "e", "y"),
  ], 4],
  ["a pool of three cells", [
    pool("photo", "a", 3),
    enlarge("a", "b", "three"),
    join("photo", "b", "y"),
  ], 3],
  ["pools of two and of three cells", [
    pool("photo", "a", 2),
    pool("a", "b", 3),
    enlarge("b", "c", "three"),
    enlarge("c", "d", "two"),
    join("photo", "d", "y"),
  ], 6],
  ["a sum of sizes that never fit", [
    pool("photo", "a", 2),
    { op: "Add", inputs: ["photo", "a"], outputs: ["y"] },
  ], null],
];

for (const [what, nodes, multiple] of nets) {
  Deno.test(`findFittingMultiple() finds what fits ${what}`, () => {
    const inputs = { photo: [1, 3, "H", "W"] };
    const model = readModel(encodeModel({ nodes, initializers: tensors, inputs }));
    assert.equal(findFittingMultiple(model, "photo", [49, 65]), multiple);
  });
}
