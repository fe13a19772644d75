import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { store } from "../../support/model/onnx_tensor.ts";

// [auto_pad, output_padding, pads]
const transposed: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ["SAME_UPPER", [0, 0], [0, 0, 1, 1]],
  ["SAME_LOWER", [0, 0], [1, 1, 0, 0]],
  ["SAME_UPPER", [1, 1], [1, 1, 1, 1]],
  ["VALID", [1, 1], [0, 0, 0, 0]],
];

for (const [auto_pad, output_padding, pads] of transposed) {
  Deno.test(`readWindow() pads a ConvTranspose ${auto_pad} that adds ${output_padding}`, () => {
    const model = readModel(encodeModel({
      nodes: [{
        op: "ConvTranspose",
        inputs: ["photo", "w"],
        outputs: ["y"],
        ints: { strides: [2, 2], output_padding },
        string: { auto_pad },
      }],
      initializers: { w: store("float32", [3, 2, 3, 3], Array(54).fill(1)) },
      inputs: { photo: [1, 3, 8, 8] },
    }));
    assert.deepEqual(findConvLayers(model)[0]!.shape?.pads, pads);
  });
}
