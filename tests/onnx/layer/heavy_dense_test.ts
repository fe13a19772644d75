import assert from "node:assert/strict";
import { findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { findHeavyDense } from "../../../src/onnx/layer/heavy_dense.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeDenseModel } from "../../support/model/dense_model.ts";

/** The names of the heavy ones among layers of so many numbers: a convolution of 36 weights first. */
function findNames(sizes: readonly number[]): readonly [string[], share: number | null] {
  const { layers, share } = findHeavyDense(findLayers(readModel(encodeDenseModel({ sizes }))));
  return [layers.map(({ name }) => name), share && Math.round(1000 * share) / 1000];
}

Deno.test("findHeavyDense() finds none where all of them hold no more than the convolutions", () => {
  assert.deepEqual(findNames([4, 5, 3]), [[], 0]); // 20 + 15 of 36
});

Deno.test("findHeavyDense() finds those that hold more with those before them", () => {
  assert.deepEqual(findNames([4, 5, 4]), [["fc2"], 0.263]); // 20 + 20
  assert.deepEqual(findNames([4, 10, 1]), [["fc1", "fc2"], 0.581]); // 40 + 10
});
