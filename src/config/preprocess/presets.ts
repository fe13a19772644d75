import type { Preprocess } from "./preprocess.ts";

/** The names of the presets, in the order messages list them. */
export const presetNames = [
  "imagenet",
  "caffe",
  "inception",
  "unit",
  "raw",
] as const satisfies readonly PresetName[];

/** A preprocessing that has a name. */
export type PresetName = "imagenet" | "caffe" | "inception" | "unit" | "raw";

const UNIT: Preprocess = {
  resize: null,
  kernel: "bilinear",
  crop: null,
  profile: "ignore",
  channels: "RGB",
  rescale: 1 / 255,
  mean: [0, 0, 0],
  std: [1, 1, 1],
};

/** The preprocessings of the common families of models, by name. */
export const presets: Readonly<Record<PresetName, Preprocess>> = {
  /**
   * torchvision's classifiers, and most of timm and the ONNX model zoo that were trained in
   * PyTorch.
   */
  imagenet: {
    ...UNIT,
    resize: { kind: "shortestEdge", length: 256 },
    crop: { width: 224, height: 224, rounding: "even" },
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
  },
  /**
   * Models that come from Caffe: AlexNet, CaffeNet, GoogLeNet and VGG of the ONNX model zoo; mean
   * pixel in B, G, R.
   */
  caffe: { ...UNIT, channels: "BGR", rescale: 1, mean: [104, 117, 123] },
  /**
   * Values from -1 to 1: Inception, MobileNet and EfficientNet-Lite of TensorFlow and Keras, and
   * many vision transformers.
   */
  inception: { ...UNIT, mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
  /**
   * Values from 0 to 1: YOLO, style transfer and super-resolution models, and whatever normalises
   * within its own graph.
   */
  unit: UNIT,
  /**
   * Values from 0 to 255: models whose first nodes do the scaling, as EfficientNet of Keras, and
   * fast neural style.
   */
  raw: { ...UNIT, rescale: 1 },
};

/** Tells whether a text is the name of a preset. */
export function isPresetName(text: string): text is PresetName {
  return presetNames.some((name) => name === text);
}
