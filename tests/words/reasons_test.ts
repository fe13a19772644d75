import assert from "node:assert/strict";
import { REASONS } from "../../src/words/reasons.ts";
import { REASON_SAMPLES } from "../support/report/reason_samples.ts";

// Formats, programs and types that have one name in every language.
const PROPER = new Set(
  ("ONNX NumPy Python PyTorch TensorFlow Lite SavedModel Keras Caffe CNTK Darknet MXNet PaddlePaddle ncnn " +
    "OpenSSL OpenVINO TensorRT ExecuTorch TorchScript TorchServe RKNN GGUF HDF Core ML Hugging Face " +
    "Git LFS git-annex DVC JSON XML PDF PNG JPEG GIF TIFF WebP AVIF HEIC RGB CMYK YCbCr MB GB GiB SHA zip tar " +
    "RAR IR js pickle safetensors protobuf ModelProto GraphProto TensorProto GraphDef onnxruntime " +
    "convatlas Deno float int complex Conv BatchNormalization Relu OUT model xz").split(" "),
);

// Names and words of others are quoted, code and settings too.
function stripQuoted(sentence: string): string {
  return sentence.replace(
    /“[^”]*”|`[^`]*`|"[^"]*"|\{[^}]*\}|\.[a-z][a-z0-9]*\b|\b[0-9a-f]{12}…|\[[^\]]*\]/g,
    "",
  );
}

for (const reason of REASON_SAMPLES) {
  const sentence = REASONS["zh-CN"](reason);

  Deno.test(`a reason of the code ${reason.code} is Chinese to its last word: ${sentence}`, () => {
    assert.match(sentence, /\p{Script=Han}/u);
    assert.doesNotMatch(sentence, /undefined|NaN|null|\[object/);
    const words = stripQuoted(sentence).match(/[A-Za-z]{2,}(-[a-z]+)?/g) ?? [];
    assert.deepEqual(words.filter((word) => !PROPER.has(word)), []);
  });

  Deno.test(`a reason of the code ${reason.code} is said in English: ${REASONS.en(reason)}`, () => {
    assert.doesNotMatch(REASONS.en(reason), /undefined|NaN|\[object|\p{Script=Han}/u);
  });
}
