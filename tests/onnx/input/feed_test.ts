import assert from "node:assert/strict";
import type { SubmodelInput } from "../../../src/onnx/write/cut.ts";
import { findFeeds, type ImageInput, type InputValues } from "../../../src/onnx/input/feed.ts";
import { layoutBatch } from "../../../src/onnx/input/photo_batch.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type InputText, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers } from "../../support/model/run_model.ts";
import { countingTensor, randomTensor } from "../../support/tensors.ts";

const random = createRandom(29);

/** Photos [channels, 5, 6] of whole numbers, which every type holds. */
const photos = new Map([1, 3, 4].map((channels) => {
  const { data, dims } = randomTensor(random, [channels, 5, 6], 0, 200);
  return [channels, { data: data.map(Math.floor), dims }];
}));

/** An input that takes photos, and what is found of it. */
interface Case {
  readonly title: string;
  readonly input: InputText;
  readonly channels: number;
  readonly expected: Partial<ImageInput>;
}

const NHWC_TO_NCHW = [0, 3, 1, 2];

const cases: readonly Case[] = [
  {
    title: "of fixed size",
    input: [1, 3, 5, 6],
    channels: 3,
    expected: { layout: "NCHW", batch: 1, channels: 3, height: 5, width: 6, levels: null },
  },
  {
    title: "whose batch and size have names",
    input: ["N", 3, "H", "W"],
    channels: 3,
    expected: { layout: "NCHW", batch: 1, channels: 3, height: null, width: null },
  },
  {
    title: "whose batch and size are open",
    input: ["", 3, "", ""],
    channels: 3,
    expected: { layout: "NCHW", batch: 1, height: null, width: null },
  },
  {
    title: "of sizes 0 and -1, as some exporters write open ones",
    input: [0, 3, -1, -1],
    channels: 3,
    expected: { layout: "NCHW", batch: 1, height: null, width: null },
  },
  {
    title: "of which nothing but the type is declared",
    input: { type: "float32", dims: null },
    channels: 3,
    expected: { layout: "NCHW", batch: 1, channels: null, height: null, width: null },
  },
  {
    title: "for a batch of three",
    input: [3, 3, 5, 6],
    channels: 3,
    expected: { layout: "NCHW", batch: 3 },
  },
  { title: "of one channel", input: [1, 1, 5, 6], channels: 1, expected: { channels: 1 } },
  { title: "of four channels", input: [1, 4, 5, 6], channels: 4, expected: { channels: 4 } },
  {
    title: "with the channels last",
    input: [1, 5, 6, 3],
    channels: 3,
    expected: { layout: "NHWC", channels: 3, height: 5, width: 6 },
  },
  {
    title: "of one channel, and that last, for a batch of two",
    input: [2, "H", "W", 1],
    channels: 1,
    expected: { layout: "NHWC", batch: 2, channels: 1, height: null, width: null },
  },
  {
    title: "of uint8",
    input: { type: "uint8", dims: [1, 3, 5, 6] },
    channels: 3,
    expected: { levels: { least: 0, most: 255 } },
  },
  {
    title: "of uint8 with the channels last",
    input: { type: "uint8", dims: ["N", "H", "W", 3] },
    channels: 3,
    expected: { layout: "NHWC", levels: { least: 0, most: 255 } },
  },
  {
    title: "of float16",
    input: { type: "float16", dims: [1, 3, 5, 6] },
    channels: 3,
    expected: { levels: null },
  },
  {
    title: "of float64",
    input: { type: "float64", dims: [1, 3, 5, 6] },
    channels: 3,
    expected: { levels: null },
  },
];

for (const { title, input, channels, expected } of cases) {
  Deno.test(`findFeeds() feeds an input ${title}`, async () => {
    const w = randomTensor(random, [2, channels, 2, 2], -1, 1);
    const model = readModel(encodeConv(input, expected.layout === "NHWC", { w }));
    const declared = model.graph.inputs.get("photo")!;
    const { image } = findFeeds(model, [{ declared, feed: "photo" }]);
    for (const [key, value] of Object.entries(expected)) {
      assert.deepEqual(image[key as keyof ImageInput], value);
    }
    const photo = photos.get(channels)!;
    const [captured] = await captureLayers(model, photo);
    const batch = Array.from({ length: expected.batch ?? 1 }, () => [...photo.data]).flat();
    const x = { data: Float32Array.from(batch), dims: [expected.batch ?? 1, ...photo.dims] };
    assertClose(captured!.map, convolve(x, w));
  });
}

function encodeConv(
  input: InputText,
  channelsLast: boolean,
  tensors: Readonly<Record<string, Tensor>>,
): Uint8Array<ArrayBuffer> {
  const cast: NodeText = { op: "Cast", inputs: ["photo"], outputs: ["real"], int: { to: 1 } };
  const turn: NodeText = {
    op: "Transpose",
    inputs: ["real"],
    outputs: ["planes"],
    ints: { perm: NHWC_TO_NCHW },
  };
  const conv: NodeText = {
    op: "Conv",
    inputs: [channelsLast ? "planes" : "real", "w"],
    outputs: ["maps"],
  };
  return encodeModel({
    nodes: channelsLast ? [cast, turn, conv] : [cast, conv],
    initializers: tensors,
    inputs: { photo: input },
  });
}

const two: readonly NodeText[] = [
  { op: "Mul", inputs: ["photo", "gain"], outputs: ["bright"] },
  { op: "Add", inputs: ["bright", "shift"], outputs: ["x"] },
  { op: "Conv", inputs: ["x", "w"], outputs: ["maps"] },
];

const w = randomTensor(random, [2, 3, 2, 2], -1, 1);

function readTwo(inputs: Readonly<Record<string, InputText>> = {}): Model {
  return readModel(encodeModel({
    nodes: two,
    initializers: { w },
    inputs: { gain: [], photo: [1, 3, 5, 6], shift: [1, 3, 1, 1], ...inputs },
  }));
}

Deno.test("findFeeds() fills other inputs with the values that are given", async () => {
  const photo = photos.get(3)!;
  const values = { gain: 2, shift: [10, 20, 30] };
  const [captured] = await captureLayers(readTwo(), photo, values);
  const x = photo.data.map((value, i) => 2 * value + 10 * (Math.floor(i / 30) + 1));
  assertClose(captured!.map, convolve({ data: x, dims: [1, 3, 5, 6] }, w));
});

function listInputs({ graph }: Model): SubmodelInput[] {
  return [...graph.inputs.values()].map((declared) => ({ declared, feed: declared.name }));
}

function feedTwo(
  values: InputValues,
  inputs: Readonly<Record<string, InputText>> = {},
): ReturnType<typeof findFeeds> {
  const model = readTwo(inputs);
  return findFeeds(model, listInputs(model), { values });
}

Deno.test("findFeeds() names an input that no value is given for, and says what to write", () => {
  assert.throws(() => feedTwo({ gain: 1 }), {
    name: "TypeError",
    message: 'Cannot feed input "shift" float32 [1, 3, 1, 1]: no value is given, and the photo ' +
      'goes to "photo"; in the model\'s config write "inputs": {"shift": 1}, or in place of 1 ' +
      '{"photo": "….png"} or {"npy": "….npy"}; or "image": "shift" if that takes the photo',
  });
});

Deno.test("findFeeds() takes no method of objects for a value", () => {
  const inputs: Record<string, InputText> = { constructor: ["N"], toString: [2] };
  assert.throws(() => feedTwo({ gain: 1, shift: 0 }, inputs), /"constructor".*"toString"/);
});

// [what, values, dims, message or data]
const given: readonly [string, InputValues[string], InputText, RegExp | readonly number[]][] = [
  ["one number for all", 2, [2, 2], [2, 2, 2, 2]],
  ["each number", [1, 2, 3, 4], [2, 2], [1, 2, 3, 4]],
  ["one number for an open size", 7, ["N", 2], [7, 7]],
  ["numbers for an open size", [1, 2, 3, 4], ["N", 2], [1, 2, 3, 4]],
  ["numbers where no shape is declared", [1, 2], { type: "float32", dims: null }, [1, 2]],
  ["a number where no shape is declared", 3, { type: "float32", dims: null }, [3]],
  ["too few numbers", [1, 2, 3], [2, 2], /"extra" \[2, 2\]: 3 values are given$/],
  ["whole numbers for whole ones", [-1, 3], { type: "int64", dims: [2] }, [-1, 3]],
  [
    "a fraction for whole numbers",
    0.5,
    { type: "int64", dims: [2] },
    /"extra" int64: it takes whole/,
  ],
  ["a level that uint8 lacks", 300, { type: "uint8", dims: [2] }, /from 0 to 255, .* gives 300$/],
  ["a number for a bool", 2, { type: "bool", dims: [] }, /from 0 to 1, .* gives 2$/],
  ["numbers that an open size cannot hold", [1, 2, 3], ["N", 2], /\[N, 2\]: 3 values are given$/],
];

for (const [what, value, dims, expected] of given) {
  Deno.test(`findFeeds() takes ${what}`, () => {
    const run = () => feedTwo({ gain: 1, shift: 0, extra: value }, { extra: dims });
    if (expected instanceof RegExp) {
      assert.throws(run, expected);
    } else {
      assert.deepEqual([...run().constants.get("extra")!.data], expected);
    }
  });
}

// O22: inputs that take no photo.
Deno.test("findFeeds() tells that no input takes a photo, and which there are", () => {
  const model = readTwo();
  const flat = listInputs(model).filter(({ declared }) => declared.name === "gain");
  assert.throws(() => findFeeds(model, flat), {
    name: "TypeError",
    message: 'Cannot feed a photo: no input takes one (input "gain" float32 [])',
  });
});

Deno.test("findFeeds() gives the photo to the input that is named, and not to another", () => {
  const model = readTwo();
  const values = { gain: 1, photo: 0 };
  const { image } = findFeeds(model, listInputs(model), { values, image: "shift" });
  assert.equal(image.name, "shift");
  assert.throws(() => findFeeds(model, listInputs(model), { values, image: "gone" }), {
    message: /^Cannot feed input "gone": what is drawn does not depend on it \(input "gain"/,
  });
});

Deno.test("layoutBatch() puts the channels of each pixel side by side", () => {
  const photo = countingTensor([3, 1, 2]); // red 0 1, green 2 3, blue 4 5
  const { image } = feedTwo({ gain: 1, shift: 0 });
  const { data, dims } = layoutBatch(photo, { ...image, layout: "NHWC", batch: 2 });
  assert.deepEqual([...data], [0, 2, 4, 1, 3, 5, 0, 2, 4, 1, 3, 5]);
  assert.deepEqual(dims, [2, 1, 2, 3]);
  const alone = layoutBatch(photo, { ...image, layout: "HWC", batch: 1 });
  assert.deepEqual([...alone.data], [0, 2, 4, 1, 3, 5]);
  assert.deepEqual(alone.dims, [1, 2, 3]);
});

Deno.test("layoutBatch() tells of an input that has no height and width", () => {
  const { image } = feedTwo({ gain: 1, shift: 0 });
  const wave: ImageInput = { ...image, name: "wave", layout: null, dims: [1, 1, "T"] };
  assert.throws(() => layoutBatch(countingTensor([3, 1, 2]), wave), {
    name: "TypeError",
    message: /^Cannot feed a photo to input "wave" \[1, 1, T\]: .* give a \.npy file in "images"/,
  });
});
