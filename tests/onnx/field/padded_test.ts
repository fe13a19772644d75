import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { findPadded, findPaddingReaders } from "../../../src/onnx/field/padded.ts";
import { findReach } from "../../../src/onnx/layer/reach.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, type TensorText } from "../../support/model/onnx_tensor.ts";
import { countingTensor } from "../../support/tensors.ts";

interface Sizes {
  readonly read: readonly number[];
  readonly written: readonly number[];
}

/** Tells which rows and columns of the last convolution's maps read padding, 1 for yes. */
function find(
  nodes: readonly NodeText[],
  { read, written }: Sizes,
  initializers: Readonly<Record<string, TensorText>> = { w: countingTensor([1, 1, 3, 3]) },
): readonly string[] {
  const bytes = encodeModel({ nodes, initializers, inputs: { x: [1, 1, "h", "w"] } });
  const model = readModel(bytes);
  const layer = findConvLayers(model).at(-1)!;
  const reach = findReach(layer, { read, written })!;
  return findPaddingReaders(reach, findPadded(model, layer), read)
    .map((cells) => cells.map(Number).join(""));
}

const conv: NodeText = { op: "Conv", inputs: ["x", "w"], outputs: ["y"] };

Deno.test("findPaddingReaders() finds the ring that a padding of 1 makes", () => {
  const readers = find([{ ...conv, ints: { pads: [1, 1, 1, 1] } }], {
    read: [5, 6],
    written: [5, 6],
  });
  assert.deepEqual(readers, ["10001", "100001"]);
});

Deno.test("findPaddingReaders() finds none without padding", () => {
  assert.deepEqual(find([conv], { read: [5, 5], written: [3, 3] }), ["000", "000"]);
});

Deno.test("findPaddingReaders() goes by what the steps reach", () => {
  // rows −1 to 1, 1 to 3, 3 to 5 of six; columns likewise of seven, and 5 to 7, one beyond
  const strided = { ...conv, ints: { pads: [1, 1, 1, 1], strides: [2, 2] } };
  const readers = find([strided], { read: [6, 7], written: [3, 4] });
  assert.deepEqual(readers, ["100", "1001"]);
  const dilated = { ...conv, ints: { pads: [2, 2, 2, 2], dilations: [2, 2] } };
  assert.deepEqual(find([dilated], { read: [6, 6], written: [6, 6] }), ["110011", "110011"]);
});

Deno.test("findPaddingReaders() follows SAME to the side where it pads", () => {
  const same = (auto_pad: string): readonly string[] =>
    find([{ ...conv, string: { auto_pad }, ints: { strides: [2, 2] } }], {
      read: [6, 6],
      written: [3, 3],
    });
  assert.deepEqual(same("SAME_UPPER"), ["001", "001"]);
  assert.deepEqual(same("SAME_LOWER"), ["100", "100"]);
});

Deno.test("findPaddingReaders() counts what a Pad right before has made up", () => {
  const nodes = [{ op: "Pad", inputs: ["x", "p"], outputs: ["padded"] }, {
    ...conv,
    inputs: ["padded", "w"],
  }];
  const initializers = {
    w: countingTensor([1, 1, 3, 3]),
    p: store("int64", [8], [0, 0, 1, 0, 0, 0, 1, 2]),
  };
  const readers = find(nodes, { read: [6, 7], written: [4, 5] }, initializers);
  assert.deepEqual(readers, ["1001", "00011"]);
});

Deno.test("findPadded() follows the axes of a Pad through a Transpose", () => {
  const model = readModel(encodeModel({
    nodes: [
      { op: "Pad", inputs: ["x", "p"], outputs: ["padded"] },
      { op: "Transpose", inputs: ["padded"], outputs: ["turned"], ints: { perm: [0, 3, 1, 2] } },
      { ...conv, inputs: ["turned", "w"] },
    ],
    initializers: {
      w: countingTensor([1, 1, 3, 3]),
      p: store("int64", [8], [0, 1, 2, 0, 0, 3, 4, 0]),
    },
    inputs: { x: [1, "h", "w", 1] },
  }));
  const [layer] = findConvLayers(model);
  assert.deepEqual(findPadded(model, layer!), { begins: [1, 2], ends: [3, 4] });
});

Deno.test("findPaddingReaders() finds none in a transposed convolution, which pads nothing", () => {
  const node = { ...conv, op: "ConvTranspose", ints: { strides: [2, 2], pads: [1, 1, 1, 1] } };
  assert.deepEqual(find([node], { read: [3, 3], written: [5, 5] }), ["00000", "00000"]);
});
