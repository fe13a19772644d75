import assert from "node:assert/strict";
import { findImageAxes } from "../../../src/onnx/input/image_axes.ts";
import { chooseImageInput } from "../../../src/onnx/input/image_choice.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import {
  encodeModel,
  type InputText,
  type ModelText,
  type NodeText,
} from "../../support/model/onnx_model.ts";
import { countingTensor } from "../../support/tensors.ts";

// Reads no input.
const APART: NodeText = { op: "Relu", inputs: ["apart"], outputs: ["end"] };

type Inputs = Readonly<Record<string, InputText>>;

function choose(inputs: Inputs, nodes: readonly NodeText[] = []): string | null {
  const { graph, ...model } = readModel(
    encodeModel({ nodes: [...nodes, APART], initializers: {}, inputs }),
  );
  return chooseImageInput({ graph, ...model }, [...graph.inputs.values()])?.name ?? null;
}

const int64 = (...dims: readonly (number | string)[]): InputText => ({ type: "int64", dims });

// [what, inputs, the one that takes the photo]
const choices: readonly [string, Inputs, string][] = [
  ["three channels before one", { mask: [1, 1, 48, 64], x: [1, 3, 48, 64] }, "x"],
  ["three channels before one, whatever the names", { a: [1, 1, 48, 64], b: [1, 3, 48, 64] }, "b"],
  ["three channels before four", { a: [1, 4, 48, 64], b: [1, 48, 64, 3] }, "b"],
  ["one channel before many", { a: [1, 64, 48, 64], b: [1, 1, 48, 64] }, "b"],
  ["a photo of one channel before a mask of three", {
    segmentation_mask: [1, 3, 48, 64],
    grey: [1, 1, 48, 64],
  }, "grey"],
  ["the first of two alike", { left: [1, 3, 48, 64], right: [1, 3, 48, 64] }, "left"],
  ["the left one, though the right one comes first", {
    right: [1, 3, 48, 64],
    left: [1, 3, 48, 64],
  }, "left"],
  ["the frame, not the one before", {
    prev_frame: ["N", 3, "H", "W"],
    frame: ["N", 3, "H", "W"],
  }, "frame"],
  ["the name of an image where the rest is alike", {
    extra: ["N", 3, "H", "W"],
    pixel_values: ["N", 3, "H", "W"],
  }, "pixel_values"],
  ["an image that is masked before its mask", {
    image_mask: ["N", 3, "H", "W"],
    masked_image: ["N", 3, "H", "W"],
  }, "masked_image"],
  ["bytes or real numbers before other whole ones", {
    a: int64(1, 3, 48, 64),
    b: { type: "uint8", dims: [1, 3, 48, 64] },
  }, "b"],
  ["a photo before states of open sizes", {
    r1i: ["b", "c1", "h1", "w1"],
    src: ["b", 3, "h", "w"],
    downsample_ratio: [1],
  }, "src"],
  ["a photo before what stands in its channels' place", {
    shift: [1, 3, 1, 1],
    picture: [1, 3, 48, 64],
  }, "picture"],
  ["a photo before kernels", { p: [64, 3, 7, 7], q: [1, 3, 224, 224] }, "q"],
  ["a photo before its sizes", {
    im_shape: [1, 2],
    image: [1, 3, 640, 640],
    scale_factor: [1, 2],
  }, "image"],
  ["a picture before words", {
    input_ids: int64("N", "S"),
    pixel_values: ["N", 3, "H", "W"],
    attention_mask: int64("N", "S"),
  }, "pixel_values"],
  ["a sample before its time", { timestep: [1], sample: ["B", 4, 64, 64] }, "sample"],
  ["a photo without an axis of samples", { image: [3, "H", "W"], anchors: [1, 9, 4] }, "image"],
  ["audio before its state", { state: [2, "N", 128], sr: int64(), input: ["N", "T"] }, "input"],
  [
    "audio before a hidden state of four axes",
    { hidden: [2, 1, 1, 128], audio: [1, 1, 4000] },
    "audio",
  ],
  ["a depth that stands alone", { depth: [1, 1, 48, 64], setting: [1, 10] }, "depth"],
];

for (const [what, inputs, expected] of choices) {
  Deno.test(`chooseImageInput() takes ${what}`, () => assert.equal(choose(inputs), expected));
}

Deno.test("chooseImage() takes no kernels, and no state of a recurrent node", () => {
  const inputs = { a: [3, 3, 5, 5], b: [1, 3, 48, 64] } as const;
  const nodes = [{ op: "Conv", inputs: ["a", "b"], outputs: ["y"] }];
  assert.equal(choose(inputs, nodes), "a");
  const recurrent = [{ op: "GRU", inputs: ["q", "w", "r", "", "", "p"], outputs: ["y"] }];
  assert.equal(choose({ p: [20, 1, 64], q: [20, 1, 64] }, recurrent), "q");
});

Deno.test("chooseImage() takes none of scalars and short lists", () => {
  assert.equal(choose({ gain: [], sizes: [1, 2], names: { type: "string", dims: [1, 99] } }), null);
});

Deno.test("an input with a value of its own is a weight, in files that list weights as inputs too", () => {
  const text: ModelText = {
    irVersion: 3,
    nodes: [{ op: "Conv", inputs: ["x", "w"], outputs: ["y"] }],
    initializers: { w: countingTensor([4, 3, 48, 48]) },
    inputs: { w: [4, 3, 48, 48], x: [1, 3, 64, 64] },
  };
  const model = readModel(encodeModel(text));
  const open = [...model.graph.inputs.values()].filter(({ name }) => name !== "w");
  assert.equal(chooseImageInput(model, open)?.name, "x");
});

function layOut(input: InputText, nodes: readonly NodeText[] = []): string | null {
  const initializers = {
    w: countingTensor([4, 3, 1, 1]),
    w1: countingTensor([4, 1, 3]),
    zero: countingTensor([1]),
  };
  const model = readModel(
    encodeModel({ nodes: [...nodes, APART], initializers, inputs: { x: input } }),
  );
  return findImageAxes(model, model.graph.inputs.get("x")!);
}

const scale: NodeText = { op: "Mul", inputs: ["x", "zero"], outputs: ["scaled"] };
const turn: NodeText = {
  op: "Transpose",
  inputs: ["scaled"],
  outputs: ["turned"],
  ints: { perm: [0, 3, 1, 2] },
};
const back: NodeText = {
  op: "Transpose",
  inputs: ["turned"],
  outputs: ["again"],
  ints: { perm: [0, 2, 3, 1] },
};
const convolve = (input: string): NodeText => {
  return { op: "Conv", inputs: [input, "w"], outputs: ["y"] };
};
const wrap: NodeText = {
  op: "Unsqueeze",
  inputs: ["scaled", "zero"],
  outputs: ["wrapped"],
};

// [what, sizes, nodes, layout]
const layouts: readonly [string, InputText, readonly NodeText[], string | null][] = [
  ["three first and last, read as they are", [1, 3, "H", 3], [scale, convolve("scaled")], "NCHW"],
  ["three first and last, turned", [1, 3, "H", 3], [scale, turn, convolve("turned")], "NHWC"],
  ["three first, turned twice", [1, 3, 8, 8], [scale, turn, back, convolve("again")], "NCHW"],
  ["five bands last, turned", [1, 8, 9, 5], [scale, turn, convolve("turned")], "NHWC"],
  ["open, turned", ["N", "a", "b", "c"], [scale, turn, convolve("turned")], "NHWC"],
  ["without an axis of samples", [3, 8, 9], [scale, wrap, convolve("wrapped")], "CHW"],
  ["three first and last, read by nobody", [1, 3, "H", 3], [], "NCHW"],
  ["three last, one first", [1, 1, "H", 3], [], "NHWC"],
  ["three first, one last", [1, 3, "H", 1], [], "NCHW"],
  ["open, with names", ["batch", "height", "width", "channels"], [], "NHWC"],
  ["open, with letters", ["N", "C", "H", "W"], [], "NCHW"],
  ["square with bands last", [1, 224, 224, 5], [], "NHWC"],
  ["square with bands first", [1, 5, 224, 224], [], "NCHW"],
  ["a photo of three axes", ["H", "W", 3], [], "HWC"],
  ["a spectrogram of three axes", [1, 80, "T"], [], null],
  [
    "sound that a convolution reads",
    [3, 1, "T"],
    [{ ...convolve("x"), inputs: ["x", "w1"] }],
    null,
  ],
  ["a volume", [1, 1, 16, 32, 32], [], null],
];

for (const [what, input, nodes, expected] of layouts) {
  Deno.test(`findImageAxes() finds the axes of an input: ${what}`, () => {
    assert.equal(layOut(input, nodes), expected);
  });
}
