import assert from "node:assert/strict";
import { createFiles } from "../../../src/host/file/files.ts";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { surveyImage } from "../../../src/survey/image.ts";
import { findPreprocess } from "../../../src/survey/recipe/auto_recipe.ts";
import { nameFamily } from "../../../src/survey/recipe/family.ts";
import { sharedPath, testShared } from "../../support/shared.ts";

/** A model, what its own documentation says that it takes, and how far its file tells that. */
interface Known {
  readonly file: string;
  /** The size and the order of the channels. */
  readonly photo: string;
  readonly preset: string;
  /** By what that is found. */
  readonly by: string;
  /** What the documentation says. */
  readonly documented: string;
}

const IMAGENET = "torchvision: Resize(256), CenterCrop(224), mean and std of ImageNet";

const KNOWN: readonly Known[] = [
  {
    file: "alexnet-features-fp32.onnx",
    photo: "224 x 224 RGB",
    preset: "imagenet",
    by: "recipe-guessed",
    documented: IMAGENET,
  },
  {
    file: "alexnet-features-fp16.onnx",
    photo: "224 x 224 RGB",
    preset: "imagenet",
    by: "recipe-guessed",
    documented: IMAGENET,
  },
  {
    file: "alexnet-features-extdata/alexnet-features.onnx",
    photo: "224 x 224 RGB",
    preset: "imagenet",
    by: "recipe-guessed",
    documented: IMAGENET,
  },
  {
    file: "squeezenet1.1-imagenet-fp32.onnx",
    photo: "224 x 224 RGB",
    preset: "imagenet",
    by: "recipe-guessed",
    documented: "ONNX model zoo, squeezenet: mean and std of ImageNet",
  },
  {
    file: "squeezenet1.1-imagenet-int8-qdq-perchannel.onnx",
    photo: "224 x 224 RGB",
    preset: "imagenet",
    by: "recipe-of-quantizer",
    documented: "the float32 model, quantized",
  },
  {
    file: "squeezenet1.1-imagenet-fp16.onnx",
    photo: "224 x 224 BGR",
    preset: "caffe",
    by: "recipe-guessed",
    documented: "Caffe's SqueezeNet: levels in B, G, R less 104, 117, 123",
  },
  {
    file: "shufflenet-v2-12-int8.onnx",
    photo: "224 x 224 RGB",
    preset: "imagenet",
    by: "recipe-of-quantizer",
    documented: "ONNX model zoo, shufflenet: mean and std of ImageNet",
  },
  {
    file: "cifar10-cnn-winml-tutorial.onnx",
    photo: "32 x 32 RGB",
    preset: "inception",
    by: "recipe-guessed",
    documented: "Windows ML's tutorial: Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))",
  },
  {
    file: "mnist-8.onnx",
    photo: "28 x 28 gray",
    preset: "raw",
    by: "recipe-guessed",
    documented: "ONNX model zoo, mnist: grey levels of 0 to 255, white on black",
  },
  {
    file: "super-resolution-10.onnx",
    photo: "224 x 224 gray",
    preset: "unit",
    by: "recipe-guessed",
    documented: "PyTorch's tutorial: luma, ToTensor() to 0 to 1",
  },
  {
    file: "fns-candy.onnx",
    photo: "720 x 720 BGR",
    preset: "raw",
    by: "recipe-of-steps",
    documented: "the input's own doc_string: BGR; the graph takes the means of levels",
  },
  {
    file: "ultraface-slim-320.onnx",
    photo: "320 x 240 RGB",
    preset: "inception", // within a hundredth: 127 / 128 for 127.5 / 127.5
    by: "recipe-of-norm",
    documented: "ONNX model zoo, ultraface: (level - 127) / 128",
  },
  {
    file: "selfie-segmentation-landscape.onnx",
    photo: "256 x 144 RGB",
    preset: "unit",
    by: "recipe-guessed",
    documented: "MediaPipe: 0 to 1",
  },
  {
    file: "edge/mnist-1-cntk-constants.onnx",
    photo: "28 x 28 gray",
    preset: "raw",
    by: "recipe-guessed",
    documented: "mnist-8 of an older opset",
  },
  {
    file: "edge/super-resolution-opset-none-ir1.onnx",
    photo: "224 x 224 gray",
    preset: "unit",
    by: "recipe-guessed",
    documented: "super-resolution-10 of an older opset",
  },
  {
    file: "edge/simplified_ssd.onnx",
    photo: "300 x 300 RGB",
    preset: "imagenet",
    by: "recipe-guessed",
    documented: "none; its kernels are constant",
  },
  {
    file: "edge/conv_qdq_s8s8_perchannel.onnx",
    photo: "24 x 24 BGR",
    preset: "caffe",
    by: "recipe-of-quantizer",
    documented: "none; calibrated for levels from -124 to 151",
  },
];

for (const { file, photo, preset, by, documented } of KNOWN) {
  testShared(`findPreprocess() takes ${file} as documented: ${documented}`, async () => {
    const files = createFiles(sharedPath("corpus/models"));
    const opened = files.openModel(file);
    const model = readModel(opened.source);
    const layers = findConvLayers(model);
    const image = surveyImage(model, {})!;
    const { recipe, found } = await findPreprocess({ path: file, model, layers, image }, {}, files);
    const { width, height } = found!.size!;
    assert.equal(`${width} x ${height} ${recipe.channels}`, photo);
    assert.equal(nameFamily(recipe), preset);
    assert.equal(found!.reasons[0]!.code, by);
    opened.close();
  });
}
