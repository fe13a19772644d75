import { MISTAKE_REASONS } from "../../../src/reason/mistake_reasons.ts";
import { GUESSES } from "../../../src/reason/recipe_origins.ts";
import { type Code, CODES, type Reason } from "../../../src/reason/reason.ts";

const MISTAKE: Reason = {
  ...{ code: "review-kernel", path: "reviews[0].kernel", found: { kind: "missing" } },
};

const INNER: Reason = { code: "no-such-file" };

const SIZE = { channels: 3, width: 640, height: 480 };

// What goes with codes, by its name; what a code knows otherwise stands below.
const VALUES = {
  ...{
    op: "Conv",
    node: "conv1",
    domain: "com.example",
    operators: ["BatchNormalization", "Relu"],
  },
  ...{ attribute: "strides", found: [1, 2], expected: 2, dims: [3, 4, 5], kernelShape: [3, 3] },
  ...{ group: 2, most: 128, kernels: 20_000, channels: 3, space: [0, 4], size: [195, 195] },
  ...{ file: "nets/model.onnx", width: 640, height: 480, bytes: 2 ** 32, own: true, multiple: 32 },
  ...{ fitting: [640, 480], text: "no such opset", tensor: "conv1.weight", type: "complex64" },
  ...{ axis: 1, scaleDims: [4], zeroDims: [5], wanted: [2, 2], order: [0, 0], values: 3 },
  ...{ indices: 4, indexDims: [4, 3], value: 7, byte: 99, needed: 400, held: 300, rank: 99 },
  ...{ location: "model.data", offset: 16, length: 400, kind: null, part: "text", field: 7 },
  ...{ models: ["a.onnx", "b.onnx"], more: 2, said: "Sign in", input: "photo", image: "photo" },
  ...{ inputs: [{ name: "photo", dataType: "float32", dims: ["N", 3, null, 224] }] },
  ...{ first: "mask", takesPhoto: true, count: 5, least: 0, gives: SIZE, takes: SIZE },
  ...{ preprocess: "imagenet", given: 3, colours: "YCbCr", bands: 3, bits: 12, format: "unsigned" },
  ...{ opacity: true, resized: [6400, 4800], version: 9, shape: "3, x", descr: "<c8" },
  ...{ source: "preprocessor_config.json", line: 2, column: 7, key: '"size"' },
  ...{ of: "alexnet/conv1", nearest: "conv2", theirs: "0123456789ab", ours: "ba9876543210" },
  ...{ path: "reviews[0].verdict", keys: ["model", "layer"], constant: '"convatlas-review"' },
  ...{ verdicts: ["fine", "dead"], out: "dist", free: 2 ** 20 },
  ...{ layers: ["fc6", "fc7"], ops: ["Gemm"], share: 0.96 },
  reason: INNER,
  problems: [MISTAKE, MISTAKE],
};

const MISTAKES = Object.keys(MISTAKE_REASONS) as readonly Code[];

const OWN: Readonly<Partial<Record<Code, Readonly<Record<string, unknown>>>>> = {
  "maps-of-other-size": { a: [64, 55, 55], b: [64, 27, 27] },
  "side-lacks": { model: "alexnet" },
  "odd-length": { size: 4 },
  "tuning-misfit": { gives: 3, takes: 5 },
  "tuning-too-dear": { work: 5e9, most: 3.2e9 },
  "wire-type": { type: 2 },
  "wire-type-unused": { type: 6 },
  "cut-off": { part: "graph" },
  "value-unheld": { found: 0.5 },
  "labels-misfit": { labels: 999, classes: 1000 },
  "levels-misfit": { found: 0.5, most: 255 },
  "array-levels-misfit": { found: 0.5, most: 255 },
  "sample-kind": { kind: "double" },
  "npy-type": { kind: "c" },
  "json-mistake": { found: '"]"', expected: "comma" },
  "recipe-of-metadata": { maker: "Ultralytics", keys: ["stride", "imgsz"] },
  "recipe-of-type": { type: "uint8" },
  "recipe-of-norm": { mean: -0.124, deviation: 0.583 },
  "recipe-guessed": { guess: "caffe" },
  "recipe-size-misfit": { told: { width: 384, height: 384 }, taken: { width: 224, height: 224 } },
  "metadata-passed-over": { key: "mean", found: '"abc"' },
  "text-file-too-large": { size: 2 ** 22, most: 2 ** 20 },
  "recipe-kind": { kind: '"SamImageProcessor"' },
  "recipe-field": { field: "do_pad", value: "true" },
  "recipe-number": { field: "rescale_factor", value: '"1"' },
  "recipe-triple": { field: "image_mean", value: "[1]" },
  "recipe-field-missing": { field: "size" },
  "recipe-size": { size: 224 },
  ...Object.fromEntries(MISTAKES.map((code) => [code, { found: { kind: "value", text: '"ok"' } }])),
  "review-layer": { found: { kind: "list", length: 3 } },
  "review-note": { found: { kind: "object", keys: "model, note" } },
  "tally-version": { version: 2, read: 1 },
  "tally-foreign": { other: "part-2.tally", differs: "they are of different photos" },
  "tally-doubled": { other: "part-2.tally", parts: [3], of: 16 },
  "tally-missing": { parts: [3, 7], of: 16 },
  "tally-part": { parts: [3], of: 16 },
  "tally-columns": { text: "it has 3 numbers, not 4" },
  "dataset-unread": { photos: 12, first: "Cannot decode image" },
  "tally-without-layers": { layers: ["conv1"] },
  "photo-changed": { file: "nets/model.onnx", bytes: 12, listed: 34 },
  "tar-none": { at: 0 },
  "tar-broken": { at: 1024 },
  "tar-ends": { at: 1024 },
  "reviews-unplaced": { kernels: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
};

// What else a code may tell.
const OTHERS: readonly (readonly [Code, Readonly<Record<string, unknown>>])[] = [
  ["in-body", { node: "" }],
  ["activated-need-node", { domain: "", reason: { code: "runtime-fails", text: "no kernel" } }],
  ["size-misfit", { own: false }],
  ["external-short", { length: null, kind: { code: "git-lfs", bytes: 99 } }],
  ["git-lfs", { bytes: null }],
  ["zip", { models: [] }],
  ["zip", { models: ["net.onnx"] }],
  ["folder-of-models", { more: 0 }],
  ["web-page", { said: "" }],
  ["no-input-for-photo", { inputs: [] }],
  ["input-without-value", { takesPhoto: false }],
  ["preprocess-misfit", { takes: { channels: 1, width: 9, height: 9 } }],
  ["preprocess-misfit", { takes: { channels: 7, width: 640, height: 480 } }],
  ["levels-misfit", { found: 2, most: 1 }],
  ["levels-misfit", { found: 0.5, least: -128, most: 127 }],
  ["levels-misfit", { found: 0.5, most: 15 }],
  ["levels-misfit", { found: 0.5, most: 65_535 }],
  ["tiff-content", { colours: null, format: "undefined", opacity: false }],
  ["tiff-content", { colours: "grey", format: "complex", bands: 1 }],
  ["npy-type", { kind: "?" }],
  ["json-mistake", { source: null, found: null, expected: "end" }],
  ["labels-misfit", { labels: 90, classes: 80 }],
  ["reviews-unplaced", { kernels: [1] }],
  ["reviews-unfit", { more: 0 }],
  ["review-object", { path: "", found: { kind: "list", length: 0 } }],
  ["review-object", { path: "reviews[0]", found: { kind: "value", text: "true" } }],
  ["review-model", { found: { kind: "object", keys: null } }],
  ["review-unknown-key", { nearest: null }],
  ["no-such-layer", { nearest: null }],
  ["recipe-of-metadata", { maker: null, keys: ["mean"] }],
  ...Object.keys(GUESSES).map((guess) => ["recipe-guessed", { guess }] as const),
];

/** Reasons of every code, with more of those whose sentence goes by their values. */
export const REASON_SAMPLES: readonly Reason[] = [
  ...CODES.map((code) => ({ ...VALUES, ...OWN[code], code }) as Reason),
  ...OTHERS.map(([code, values]) => ({ ...VALUES, ...OWN[code], ...values, code }) as Reason),
];
