import assert from "node:assert/strict";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { storeRaw } from "../../support/model/onnx_tensor.ts";
import { tellReason } from "../../../src/reason/reason.ts";

function findWide(dims: readonly number[], int: NodeText["int"] = {}): ConvLayer {
  const [layer] = findConvLayers(readModel(encodeModel({
    nodes: [{ op: "Conv", name: "wide", inputs: ["photo", "w"], outputs: ["maps"], int }],
    initializers: { w: storeRaw("float32", dims, new Uint8Array()) },
    inputs: { photo: [1, 3, 8, 8] },
  })));
  return layer!;
}

// [what, dims of the weights, attributes, why nothing is drawn]
const wide: readonly [string, readonly number[], Readonly<Record<string, number>>, string][] = [
  ["a million kernels", [1e6, 3, 1, 1], {}, "it has 1000000 kernels, at most 16384 are drawn"],
  ["one kernel too many", [16_385, 1], {}, "it has 16385 kernels, at most 16384 are drawn"],
  [
    "kernels that read a million channels",
    [2, 1e6, 1, 1],
    {},
    "its kernels read 1000000 channels, at most 65536 are drawn",
  ],
  [
    "kernels that read a million channels in groups",
    [1e4, 100, 1, 1],
    { group: 1e4 },
    "its kernels read 1000000 channels, at most 65536 are drawn",
  ],
];

for (const [what, dims, int, reason] of wide) {
  Deno.test(`findConvLayers() neither reads nor taps a layer of ${what}, and says why`, () => {
    const layer = findWide(dims, int);
    assert.deepEqual([layer.kernels, layer.tap, layer.inputTap], [null, null, null]);
    assert.equal(tellReason(layer.kernelsMissing!), reason);
    assert.deepEqual(layer.mapsMissing, layer.kernelsMissing);
    assert.deepEqual(layer.badges, []);
  });
}

Deno.test("findConvLayers() draws a layer of as many kernels and channels as can be", () => {
  const layer = findWide([16_384, 65_536, 1, 1]);
  assert.deepEqual(layer.kernels?.dims, [16_384, 65_536, 1, 1]);
  assert.equal(layer.mapsMissing, null);
});

// [dims of weights]
for (const dims of [[0, 3, 1, 1], [4, 0, 1, 1], [4, 3, 0, 1]]) {
  Deno.test(`findConvLayers() finds no kernel in weights of dims [${dims}]`, () => {
    const message = `Cannot read Conv "wide": weights of dims [${dims.join(", ")}] hold no kernel`;
    assert.equal(tellReason(findWide(dims).kernelsMissing!), message);
  });
}
