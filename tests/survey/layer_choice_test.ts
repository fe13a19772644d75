import assert from "node:assert/strict";
import { findLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { chooseLayers } from "../../src/survey/layer_choice.ts";
import { encodeDenseModel } from "../support/model/dense_model.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { countingTensor } from "../support/tensors.ts";

// conv, fc1 of 20 weights, and fc2 of 50, which is one too many beside 36.
const layers = findLayers(readModel(encodeDenseModel({ sizes: [4, 5, 10] })));
const leftOut = { layers: ["fc2"], ops: ["Gemm"], share: 50 / 106 };

const CHOICES: readonly (readonly [string[], places: number[], left: typeof leftOut | null])[] = [
  [[], [0, 1], leftOut],
  [["*"], [0, 1], leftOut],
  [["!conv"], [1], leftOut],
  [["*", "op:Gemm"], [0, 1, 2], null],
  [["fc*"], [1, 2], null],
  [["fc1"], [1], null],
  [["#-1"], [0], null],
  [["!op:Gemm"], [0], leftOut],
];

for (const [selectors, places, left] of CHOICES) {
  Deno.test(`chooseLayers() of ${JSON.stringify(selectors)} is [${places}]`, () => {
    assert.deepEqual(chooseLayers(selectors, layers), { places, leftOut: left });
  });
}

Deno.test("chooseLayers() says how fully connected layers are drawn where they are alone", () => {
  const alone = findLayers(readModel(encodeModel({
    nodes: [
      { op: "Flatten", inputs: ["photo"], outputs: ["x"] },
      { op: "Gemm", name: "fc", inputs: ["x", "w"], outputs: ["y"] },
    ],
    initializers: { w: countingTensor([16, 2]) },
    inputs: { photo: [1, 1, 4, 4] },
  })));
  assert.throws(() => chooseLayers(["*"], alone), /no convolution; .* "op:Gemm"$/);
  assert.deepEqual(chooseLayers(["op:Gemm"], alone), { places: [0], leftOut: null });
  assert.throws(() => chooseLayers([], []), /it has no convolution$/);
});
