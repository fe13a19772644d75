import assert from "node:assert/strict";
import { OWN_NOTE, writeOwnNote } from "../../../src/config/noted/own_note.ts";
import type { PreprocessChanges } from "../../../src/config/preprocess/changes.ts";
import { presets } from "../../../src/config/preprocess/presets.ts";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { FoundPreprocess } from "../../../src/plan/found.ts";
import { layoutImage } from "../../../src/raster/image_layout.ts";
import { surveyImage } from "../../../src/survey/image.ts";
import { findPreprocess } from "../../../src/survey/recipe/auto_recipe.ts";
import { rangeOf } from "../../../src/survey/recipe/family.ts";
import { explainPreprocess } from "../../../src/survey/recipe/recipe_text.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { store, storeOutside } from "../../support/model/onnx_tensor.ts";
import { describePhotoModel, type PhotoModelText } from "../../support/model/photo_model.ts";
import { createMemoryWorld } from "../../support/report/memory_effects.ts";
import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";

const PATH = "nets/onnx/model.onnx";

/** What else stands there, and what the config says. */
interface Around {
  readonly files?: Readonly<Record<string, unknown>>;
  readonly changes?: PreprocessChanges;
}

async function find(
  text: PhotoModelText,
  { files = {}, changes = {} }: Around = {},
): Promise<FoundPreprocess> {
  const model = readModel(encodeModel(describePhotoModel(text)));
  const image = surveyImage(model, {});
  const encoded = Object.entries(files).map(([path, content]) => {
    const json = typeof content === "string" ? content : JSON.stringify(content);
    return [path, new TextEncoder().encode(json)];
  });
  const { effects } = createMemoryWorld({ files: Object.fromEntries(encoded) });
  const layers = findConvLayers(model);
  return await findPreprocess({ path: PATH, model, layers, image: image! }, changes, effects.files);
}

/** What a photo of 800 x 600 becomes: its size, the order of the channels, and the values. */
function summarize({ recipe, found }: FoundPreprocess): string {
  const { size } = found!;
  const { width, height } = layoutImage({ width: 800, height: 600 }, recipe, size!);
  assert.deepEqual({ width, height }, { width: size!.width, height: size!.height });
  const { least, most } = rangeOf(recipe);
  return `${width} x ${height} ${recipe.channels} ${Number(least.toFixed(2))}..${
    Number(most.toFixed(2))
  }`;
}

function list(...values: number[]): Tensor {
  return createTensor(Float32Array.from(values), [1, values.length, 1, 1]);
}

function scalar(value: number): Tensor {
  return createTensor(Float32Array.of(value), []);
}

const YOLO = {
  stride: "32",
  task: "detect",
  batch: "1",
  imgsz: "[640, 640]",
  names: "{0: 'person', 1: 'bicycle'}",
  args: "{'batch': 1, 'half': False, 'dynamic': False}",
};

const MODEL_INFO = {
  "model_info mean_values": "123.675 116.28 103.53",
  "model_info scale_values": "58.395 57.12 57.375",
  "model_info reverse_input_channels": "True",
  "model_info resize_type": "fit_to_window_letterbox",
  "model_info pad_value": "114",
};

const BOXES = { declared: { boxes: [1, 84, 8400] } };
const GIVES_BOXES: NodeText[] = [{ op: "Flatten", inputs: ["map"], outputs: ["boxes"] }];

function arithmetic(...steps: [op: string, constant: string][]): NodeText[] {
  return steps.map(([op, constant], i) => ({
    op,
    inputs: [i === 0 ? "photo" : `step ${i}`, constant],
    outputs: [i === steps.length - 1 ? "seen" : `step ${i + 1}`],
  }));
}

const MEAN = list(0.485, 0.456, 0.406);
const STD = list(0.229, 0.224, 0.225);

/** A kind of model: what it tells, what is right for it, by what that is found, and whether it is told. */
type Kind = readonly [
  kind: string,
  text: PhotoModelText,
  right: string,
  code: string,
  sure: boolean,
];

const KINDS: readonly Kind[] = [
  ["ResNet of 224", {}, "224 x 224 RGB -2.12..2.64", "recipe-guessed", false],
  [
    "network of 320 x 240",
    { input: ["N", 3, 240, 320] },
    "320 x 240 RGB -2.12..2.64",
    "recipe-guessed",
    false,
  ],
  [
    "model of float16",
    { input: { type: "float16", dims: [1, 3, 224, 224] } },
    "224 x 224 RGB -2.12..2.64",
    "recipe-guessed",
    false,
  ],
  [
    "network of any size",
    { input: ["N", 3, "h", "w"] },
    "224 x 224 RGB -2.12..2.64",
    "recipe-guessed",
    false,
  ],
  [
    "network of 32 x 32",
    { input: [1, 3, 32, 32] },
    "32 x 32 RGB -1..1",
    "recipe-guessed",
    false,
  ],
  [
    "grey MNIST from CNTK",
    { input: [1, 1, 28, 28], channels: 1, producer: "CNTK" },
    "28 x 28 gray 0..255",
    "recipe-guessed",
    false,
  ],
  [
    "grey model",
    { input: [1, 1, 28, 28], channels: 1, producer: "pytorch" },
    "28 x 28 gray 0..1",
    "recipe-guessed",
    false,
  ],
  [
    "grey model that leaves its channels open",
    { input: ["n", "c", 64, 96], channels: 1 },
    "96 x 64 gray 0..1",
    "recipe-guessed",
    false,
  ],
  [
    "model of four channels",
    { input: [1, 4, 128, 128], channels: 4 },
    "128 x 128 RGBA -2.12..2.64",
    "recipe-guessed",
    false,
  ],
  [
    "model from Caffe",
    { producer: "onnx-caffe2" },
    "224 x 224 BGR -123..151",
    "recipe-guessed",
    false,
  ],
  [
    "classifier from TensorFlow",
    {
      input: [1, 192, 192, 3],
      before: [{
        op: "Transpose",
        inputs: ["photo"],
        outputs: ["seen"],
        ints: { perm: [0, 3, 1, 2] },
      }],
    },
    "192 x 192 RGB -1..1",
    "recipe-guessed",
    false,
  ],
  [
    "model that paints",
    { input: [1, 3, 256, 256], declared: { lit: [1, 3, 256, 256] } },
    "256 x 256 RGB 0..1",
    "recipe-guessed",
    false,
  ],
  [
    "YOLO without metadata",
    { name: "images", input: [1, 3, 640, 640], behind: GIVES_BOXES, ...BOXES },
    "640 x 640 RGB 0..1",
    "recipe-guessed",
    false,
  ],
  [
    "YOLOv3 of three heads",
    { input: [1, 3, 416, 416], declared: { lit: [1, 255, 13, 13] } },
    "416 x 416 RGB 0..1",
    "recipe-guessed",
    false,
  ],
  [
    "YOLO of 640",
    { name: "images", input: [1, 3, 640, 640], metadata: YOLO },
    "640 x 640 RGB 0..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "YOLO of any size",
    {
      name: "images",
      input: ["batch", 3, "height", "width"],
      metadata: { ...YOLO, imgsz: "[480, 640]" },
    },
    "640 x 480 RGB 0..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "YOLO that classifies",
    { name: "images", metadata: { ...YOLO, task: "classify", imgsz: "[224, 224]" } },
    "224 x 224 RGB 0..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "grey YOLO",
    {
      name: "images",
      input: [1, 1, 640, 640],
      channels: 1,
      metadata: { ...YOLO, channels: "1" },
    },
    "640 x 640 gray 0..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "YOLOv5 of stride and names",
    { name: "images", input: [1, 3, 320, 320], metadata: { stride: "32", names: "['cat']" } },
    "320 x 320 RGB 0..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "model of OpenVINO's notes",
    { metadata: MODEL_INFO },
    "224 x 224 RGB -2.12..2.64",
    "recipe-of-metadata",
    true,
  ],
  [
    "model of OpenVINO's notes that reads BGR",
    {
      metadata: {
        ...MODEL_INFO,
        "model_info mean_values": "103.53 116.28 123.675",
        "model_info scale_values": "57.375 57.12 58.395",
      },
    },
    "224 x 224 BGR -2.12..2.64",
    "recipe-of-metadata",
    true,
  ],
  [
    "model of ONNX's image metadata",
    {
      metadata: {
        "Image.BitmapPixelFormat": "Bgr8",
        "Image.NominalPixelRange": "Normalized_1_1",
      },
    },
    "224 x 224 BGR -1..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "model of ONNX's image metadata without a range",
    { input: [1, 1, 48, 48], channels: 1, metadata: { "image.bitmappixelformat": "GRAY8" } },
    "48 x 48 gray 0..255",
    "recipe-of-metadata",
    true,
  ],
  [
    "model that notes mean and std",
    { metadata: { mean: "[0.5, 0.5, 0.5]", std: "(0.25, 0.25, 0.25)" } },
    "224 x 224 RGB -2..2",
    "recipe-of-metadata",
    true,
  ],
  [
    "model that notes mean and std of levels",
    { metadata: { norm_mean: "127.5", norm_std: "127.5", color_format: "BGR" } },
    "224 x 224 BGR -1..1",
    "recipe-of-metadata",
    true,
  ],
  [
    "uint8 MobileNet with channels last",
    {
      input: { type: "uint8", dims: [1, 224, 224, 3] },
      before: [
        { op: "Cast", inputs: ["photo"], outputs: ["float"], int: { to: 1 } },
        { op: "Transpose", inputs: ["float"], outputs: ["seen"], ints: { perm: [0, 3, 1, 2] } },
      ],
    },
    "224 x 224 RGB 0..255",
    "recipe-of-type",
    true,
  ],
  [
    "model of int8",
    {
      input: { type: "int8", dims: [1, 3, 96, 96] },
      before: [{ op: "Cast", inputs: ["photo"], outputs: ["seen"], int: { to: 1 } }],
    },
    "96 x 96 RGB -128..127",
    "recipe-of-type",
    true,
  ],
  [
    "model that divides by 255",
    { before: arithmetic(["Div", "k"]), initializers: { k: scalar(255) } },
    "224 x 224 RGB 0..255",
    "recipe-of-steps",
    true,
  ],
  [
    "model that brings levels to -1 to 1",
    {
      before: arithmetic(["Mul", "k"], ["Sub", "one"]),
      initializers: { k: scalar(1 / 127.5), one: scalar(1) },
    },
    "224 x 224 RGB 0..255",
    "recipe-of-steps",
    true,
  ],
  [
    "model that takes ImageNet's mean from values up to 1",
    {
      before: arithmetic(["Sub", "mean"], ["Div", "std"]),
      initializers: { mean: MEAN, std: STD },
    },
    "224 x 224 RGB 0..1",
    "recipe-of-steps",
    true,
  ],
  [
    "model that divides by 255 and takes ImageNet's mean",
    {
      before: arithmetic(["Div", "k"], ["Sub", "mean"], ["Div", "std"]),
      initializers: { k: scalar(255), mean: MEAN, std: STD },
    },
    "224 x 224 RGB 0..255",
    "recipe-of-steps",
    true,
  ],
  [
    "model that takes Caffe's mean",
    {
      before: arithmetic(["Add", "mean"]),
      initializers: { mean: list(-103.9, -116.8, -123.7) },
    },
    "224 x 224 BGR 0..255",
    "recipe-of-steps",
    true,
  ],
  [
    "model that makes levels of values up to 1",
    { before: arithmetic(["Mul", "k"]), initializers: { k: scalar(255) } },
    "224 x 224 RGB 0..1",
    "recipe-of-steps",
    true,
  ],
  [
    "model that takes half of values up to 1",
    { before: arithmetic(["Sub", "k"]), initializers: { k: scalar(0.5) } },
    "224 x 224 RGB 0..1",
    "recipe-of-steps",
    true,
  ],
  [
    "model that makes levels of values from -1 to 1",
    {
      before: arithmetic(["Mul", "k"], ["Add", "k"]),
      initializers: { k: scalar(127.5) },
    },
    "224 x 224 RGB -1..1",
    "recipe-of-steps",
    true,
  ],
  [
    "model that normalizes its photo",
    {
      before: [{ op: "InstanceNormalization", inputs: ["photo", "g", "b"], outputs: ["seen"] }],
      initializers: { g: list(1, 1, 1), b: list(0, 0, 0) },
    },
    "224 x 224 RGB 0..1",
    "recipe-of-steps",
    true,
  ],
  [
    "quantized model",
    {
      before: [
        { op: "QuantizeLinear", inputs: ["photo", "s", "z"], outputs: ["q"] },
        { op: "DequantizeLinear", inputs: ["q", "s", "z"], outputs: ["seen"] },
      ],
      initializers: { s: scalar(4.76 / 255), z: store("uint8", [], [113]) },
    },
    "224 x 224 RGB -2.12..2.64",
    "recipe-of-quantizer",
    true,
  ],
  [
    "quantized model of -1 to 1",
    {
      before: [
        { op: "QuantizeLinear", inputs: ["photo", "s", "z"], outputs: ["q"] },
        { op: "DequantizeLinear", inputs: ["q", "s", "z"], outputs: ["seen"] },
      ],
      initializers: { s: scalar(2 / 255), z: store("int8", [], [0]) },
    },
    "224 x 224 RGB -1..1",
    "recipe-of-quantizer",
    true,
  ],
];

for (const [kind, text, right, code, sure] of KINDS) {
  Deno.test(`findPreprocess() finds what a ${kind} takes: ${right}`, async () => {
    const found = await find(text);
    assert.equal(summarize(found), right);
    assert.deepEqual([found.found!.reasons[0]!.code, found.found!.sure], [code, sure]);
    assert.equal(found.name, "auto");
  });
}

// The kernels blur, so that their maps vary as the photo does.
function describeNormed(mean: number, deviation: number): PhotoModelText {
  const gains = [0.5, -1, 2, 0.25, 1, -0.5, 4, 3];
  const weights = gains.flatMap((gain) => Array<number>(27).fill(gain / 27));
  return {
    input: [1, 3, 240, 320],
    initializers: {
      w: createTensor(Float32Array.from(weights), [8, 3, 3, 3]),
      one: list(...gains.map(() => 1)),
      zero: list(...gains.map(() => 0)),
      mean: createTensor(Float32Array.from(gains, (gain) => gain * mean), [8]),
      var: createTensor(Float32Array.from(gains, (gain) => (gain * deviation) ** 2), [8]),
    },
    behind: [{
      op: "BatchNormalization",
      inputs: ["map", "one", "zero", "mean", "var"],
      outputs: ["normed"],
    }],
  };
}

// [mean and deviation of the input in training, what that is]
const TRAININGS: readonly (readonly [number, number, string])[] = [
  [0.02, 1.1, "-2.12..2.64"],
  [-0.1, 0.52, "-1..1"],
  [0.45, 0.26, "0..1"],
  [118, 66, "0..255"],
  [2, 66, "-123..151"],
];

for (const [mean, deviation, right] of TRAININGS) {
  Deno.test(`findPreprocess() knows ${right} by a BatchNormalization that saw ${mean}`, async () => {
    const found = await find(describeNormed(mean, deviation));
    assert.match(summarize(found), new RegExp(`^320 x 240 (RGB|BGR) ${right}$`));
    assert.equal(found.found!.reasons[0]!.code, "recipe-of-norm");
  });
}

Deno.test("findPreprocess() takes no BatchNormalization that was not trained", async () => {
  const { initializers = {}, ...text } = describeNormed(0, 1);
  const even = createTensor(new Float32Array(8).fill(1), [8]);
  const { found } = await find({ ...text, initializers: { ...initializers, var: even } });
  assert.equal(found!.reasons[0]!.code, "recipe-guessed");
});

Deno.test("findPreprocess() takes no BatchNormalization that photos do not explain", async () => {
  const { found } = await find(describeNormed(1e6, 3));
  assert.equal(found!.reasons[0]!.code, "recipe-guessed");
});

Deno.test("findPreprocess() goes on where the weights that would tell cannot be read", async () => {
  const { initializers = {}, ...text } = describeNormed(118, 66);
  const lost = storeOutside("float32", [8, 3, 3, 3], { location: "lost.data" });
  const { found } = await find({ ...text, initializers: { ...initializers, w: lost } });
  assert.equal(found!.reasons[0]!.code, "recipe-guessed");
});

Deno.test("findPreprocess() gives a ResNet of 224 what the preset imagenet gives", async () => {
  assert.deepEqual((await find({})).recipe, presets.imagenet);
});

Deno.test("findPreprocess() leaves the way to a size to the preset where nothing tells of it", async () => {
  const { recipe } = await find({ producer: "onnx-caffe2" });
  assert.deepEqual(recipe, presets.caffe);
});

Deno.test("findPreprocess() gives a YOLO the letterbox of its maker", async () => {
  const { recipe } = await find({ input: [1, 3, 640, 640], name: "images", metadata: YOLO });
  const { resize, crop } = recipe;
  assert.deepEqual(resize, {
    ...{ kind: "size", width: 640, height: 640, fit: "contain", margin: 114 },
  });
  assert.equal(crop, null);
});

Deno.test("findPreprocess() passes a size over that the input does not take", async () => {
  const found = await find({ input: [1, 3, 320, 320], name: "images", metadata: YOLO });
  assert.equal(summarize(found), "320 x 320 RGB 0..1");
  assert.deepEqual(found.found!.reasons.slice(1), [{
    ...{ code: "recipe-size-misfit" },
    told: { width: 640, height: 640 },
    taken: { width: 320, height: 320 },
  }]);
});

// [what is broken, the metadata, the key that is told; null where the notes are of something else]
const BROKEN: readonly (readonly [string, Record<string, string>, string | null])[] = [
  ["mean that is a word", { mean: "zero" }, "mean"],
  ["mean of two channels", { image_mean: "[0.5, 0.5]", image_std: "1" }, "image_mean"],
  ["std of 0", { mean: "0.5", std: "0" }, "std"],
  ["mean without an end", { mean: "0.5,".repeat(1e4) }, "mean"],
  ["size that is a word", { imgsz: "large", date: "2026" }, null],
  ["pixel format that there is none of", { "Image.BitmapPixelFormat": "Yuv" }, null],
];

for (const [what, metadata, key] of BROKEN) {
  Deno.test(`findPreprocess() goes on where the metadata hold a ${what}`, async () => {
    const found = await find({ metadata });
    assert.equal(summarize(found), "224 x 224 RGB -2.12..2.64");
    const { reasons } = found.found!;
    assert.equal(reasons[0]!.code, "recipe-guessed");
    assert.deepEqual(
      reasons.slice(1).map((reason) => "key" in reason && reason.key),
      key === null ? [] : [key],
    );
  });
}

Deno.test("findPreprocess() reads what it noted itself, before what others note", async () => {
  const noted = { ...presets.caffe, crop: { width: 200, height: 100, rounding: "down" } } as const;
  const own = { [OWN_NOTE]: writeOwnNote({ recipe: noted, sure: false }) };
  const input = [1, 3, 100, 200];
  const { recipe, found } = await find({ input, metadata: { ...YOLO, ...own } });
  assert.deepEqual(recipe, noted);
  assert.deepEqual(found, {
    sure: false,
    size: { width: 200, height: 100 },
    reasons: [{ code: "recipe-of-metadata", maker: "convatlas", keys: [OWN_NOTE] }],
  });
});

for (const note of ["{", "[]", '"raw"', '{"preset": "auto"}', '{"mean": "x"}']) {
  Deno.test(`findPreprocess() passes the note ${note} over, which is none of its own`, async () => {
    const { found } = await find({ metadata: { [OWN_NOTE]: note } });
    assert.deepEqual(found!.reasons.map(({ code }) => code), [
      "recipe-guessed",
      "metadata-passed-over",
    ]);
  });
}

const VIT = {
  image_processor_type: "ViTImageProcessor",
  do_resize: true,
  size: { height: 224, width: 224 },
  do_normalize: true,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
  resample: 2,
};

Deno.test("findPreprocess() takes the file of Hugging Face's beside the model before all else", async () => {
  const files = { "nets/onnx/preprocessor_config.json": VIT };
  const found = await find({ metadata: YOLO }, { files });
  assert.equal(summarize(found), "224 x 224 RGB -1..1");
  assert.deepEqual(found.found, {
    sure: true,
    size: { width: 224, height: 224 },
    reasons: [{ code: "recipe-of-file", file: "preprocessor_config.json" }],
  });
});

Deno.test("findPreprocess() finds that file above a folder called onnx", async () => {
  const found = await find({}, { files: { "nets/preprocessor_config.json": VIT } });
  assert.equal(summarize(found), "224 x 224 RGB -1..1");
});

Deno.test("findPreprocess() reads what timm notes beside its models", async () => {
  const pretrained_cfg = {
    input_size: [3, 240, 240],
    interpolation: "bicubic",
    crop_pct: 0.9,
    mean: [0.48, 0.45, 0.4],
    std: [0.25, 0.25, 0.25],
  };
  const files = { "nets/onnx/config.json": { architecture: "convnext", pretrained_cfg } };
  const { recipe } = await find({ input: [1, 3, 240, 240] }, { files });
  assert.deepEqual(recipe, {
    ...presets.unit,
    kernel: "bicubic",
    resize: { kind: "shortestEdge", length: 266 }, // the floor of 240 ÷ 0.9
    crop: { width: 240, height: 240, rounding: "even" },
    mean: [0.48, 0.45, 0.4],
    std: [0.25, 0.25, 0.25],
  });
});

Deno.test("findPreprocess() takes a config.json of something else for no preprocessing", async () => {
  const { found } = await find({}, { files: { "nets/onnx/config.json": { model_type: "bert" } } });
  assert.deepEqual(found!.reasons.map(({ code }) => code), ["recipe-guessed"]);
});

// [what is wrong, the file, what is said of it]
const HOSTILE: readonly (readonly [string, unknown, RegExp])[] = [
  ["no JSON", '{"size": ', /passed over: Cannot parse config "preprocessor_config\.json": 1:10/],
  ["a list", [1, 2], /passed over: it is no object/],
  [
    "a kind that is not known",
    { image_processor_type: "Sam" },
    /the kind "Sam" cannot be honoured/,
  ],
  ["a huge size", { ...VIT, size: { height: 1e9, width: 1e9 } }, /passed over: the field "size"/],
  ["a std of text", { ...VIT, image_std: "1" }, /"image_std" \("1"\) is no list of 3 numbers/],
];

for (const [what, content, said] of HOSTILE) {
  Deno.test(`findPreprocess() passes a preprocessor_config.json over that is ${what}`, async () => {
    const files = { "nets/onnx/preprocessor_config.json": content };
    const found = await find({}, { files });
    assert.equal(summarize(found), "224 x 224 RGB -2.12..2.64");
    assert.match(explainPreprocess(found)!, said);
  });
}

Deno.test("findPreprocess() fits a file's size and values to the input", async () => {
  const files = { "nets/onnx/preprocessor_config.json": VIT };
  const input = { type: "uint8", dims: [1, 1, 96, 96] } as const;
  const before = [{ op: "Cast", inputs: ["photo"], outputs: ["seen"], int: { to: 1 } }];
  const found = await find({ input, before, channels: 1 }, { files });
  assert.equal(summarize(found), "96 x 96 gray 0..255");
  assert.deepEqual(found.found!.reasons.map(({ code }) => code), [
    "recipe-of-file",
    "recipe-size-misfit",
    "recipe-values-misfit",
  ]);
});

Deno.test("findPreprocess() lets a config say a part otherwise", async () => {
  const found = await find({}, { changes: { channels: "BGR" } });
  assert.deepEqual(found.recipe.mean, [0.406, 0.456, 0.485]);
  assert.deepEqual(found.found!.reasons.at(-1), { code: "recipe-changed", keys: ["channels"] });
});

Deno.test("findPreprocess() tells the size that a config's own resizing and crop come to", async () => {
  const crop = { width: 96, height: 64, rounding: "even" } as const;
  const cropped = await find({ input: [1, 3, "h", "w"] }, { changes: { crop } });
  assert.deepEqual(cropped.found!.size, { width: 96, height: 64 });
  const open = await find({ input: [1, 3, "h", "w"] }, { changes: { crop: null } });
  assert.match(explainPreprocess(open)!, /^photos become RGB of a size of their own, values from/);
});

Deno.test("findPreprocess() finds a size that fits what stands behind the maps", async () => {
  const flat: NodeText[] = [
    { op: "Reshape", inputs: ["map", "shape"], outputs: ["flat"] },
    { op: "MatMul", inputs: ["flat", "m"], outputs: ["classes"] },
  ];
  const found = await find({
    input: ["n", 3, "h", "w"],
    behind: flat,
    initializers: {
      shape: store("int64", [2], [1, 8 * 26 * 26]), // 28 less the border of the kernels
      m: createTensor(new Float32Array(8 * 26 * 26 * 2), [8 * 26 * 26, 2]),
    },
  });
  assert.equal(summarize(found), "28 x 28 RGB -2.12..2.64");
});

Deno.test("explainPreprocess() says in a line what photos become, and why", async () => {
  assert.equal(
    explainPreprocess(await find({ input: ["n", 3, "h", "w"] })),
    'photos become 224 x 224 RGB, values from -2.12 to 2.64 ("imagenet"), a guess, as most models ' +
      "of colour photos take it; any size fits, 224 x 224 is taken; --preprocess says otherwise",
  );
  assert.equal(
    explainPreprocess(await find({ input: [1, 3, 640, 640], name: "images", metadata: YOLO })),
    'photos become 640 x 640 RGB, values from 0 to 1 ("unit"), as the model\'s metadata say: ' +
      '"stride", "names", "task", "imgsz" of Ultralytics',
  );
  assert.equal(explainPreprocess({ name: "unit", recipe: presets.unit }), null);
});
