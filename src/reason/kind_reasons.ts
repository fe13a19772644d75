import {
  ORIGIN_ADVICE,
  PADDLE_ADVICE,
  PHOTO_ADVICE,
  SAVED_MODEL_ADVICE,
  TORCH_ADVICE,
} from "./kind_advice.ts";

function tellKind(what: string, advice: string): string {
  return `it is ${what}; ${advice}`;
}

/** What a file says of itself, shortened; empty where it says nothing. */
interface Saying {
  readonly said: string;
}

function quote(said: string): string {
  return said === "" ? "" : ` ("${said}")`;
}

const NAME_FILE = "name a .onnx file";
const NAME_BUILT = "name the .onnx file that it was built from";
const GET_AGAIN = "get the model again";

/** What a file or folder is that is no ONNX model, and what to do to have the model. */
export const KIND_REASONS = {
  "empty-file": (): string => tellKind("an empty file", GET_AGAIN),
  "zeros": (): string =>
    tellKind(
      "a file that begins with nothing but zeros, as a broken download leaves it",
      GET_AGAIN,
    ),
  "gzip": (): string =>
    tellKind("packed by gzip", "`gunzip` it; where it is a .tar.gz, `tar xzf FILE`"),
  "bzip2": (): string =>
    tellKind("packed by bzip2", "`bunzip2` it; where it is a .tar.bz2, `tar xjf FILE`"),
  "xz": (): string => tellKind("packed by xz", "`unxz` it; where it is a .tar.xz, `tar xJf FILE`"),
  "zstd": (): string => tellKind("packed by zstd", "`unzstd` it"),
  "lz4": (): string => tellKind("packed by lz4", "`unlz4` it"),
  "7z": (): string => tellKind("a 7z archive", "`7z x FILE`, and name the .onnx file in it"),
  "rar": (): string => tellKind("a RAR archive", "`unrar x FILE`, and name the .onnx file in it"),
  "tar": (): string => tellKind("a tar archive", "`tar xf FILE`, and name the .onnx file in it"),
  "openssl": (): string => tellKind("encrypted by OpenSSL", "decrypt it with `openssl enc -d`"),
  "ort": (): string =>
    tellKind(
      "a model in onnxruntime's own format (.ort)",
      "name the .onnx file that it was made from",
    ),
  "tflite": (): string =>
    tellKind(
      "a TensorFlow Lite model",
      "`python -m tf2onnx.convert --tflite FILE --output model.onnx`",
    ),
  "executorch": (): string => tellKind("an ExecuTorch program", ORIGIN_ADVICE),
  "tensorrt": (): string => tellKind("a TensorRT engine", NAME_BUILT),
  "rknn": (): string => tellKind("an RKNN model", NAME_BUILT),
  "gguf": (): string => tellKind("a GGUF file of weights", ORIGIN_ADVICE),
  "hdf5": (): string =>
    tellKind(
      "an HDF5 file, as Keras writes them",
      'in Keras, `keras.models.load_model("FILE").export("model.onnx", ' +
        'format="onnx")`; where it holds weights only, load them into their model first',
    ),
  "torch-checkpoint": (): string => tellKind("a PyTorch checkpoint", TORCH_ADVICE),
  "pickle": (): string =>
    tellKind(
      "a pickle of Python",
      "where it holds a PyTorch model, load it and export that",
    ),
  "numpy-array": (): string => tellKind("a NumPy array", ORIGIN_ADVICE),
  "mxnet-weights": (): string => tellKind("a file of MXNet's weights", ORIGIN_ADVICE),
  "darknet-weights": (): string => tellKind("a file of Darknet's weights", ORIGIN_ADVICE),
  "ncnn": (): string => tellKind("a network of ncnn", ORIGIN_ADVICE),
  "png": (): string => tellKind("a PNG image", PHOTO_ADVICE),
  "jpeg": (): string => tellKind("a JPEG image", PHOTO_ADVICE),
  "gif": (): string => tellKind("a GIF image", PHOTO_ADVICE),
  "tiff": (): string => tellKind("a TIFF image", PHOTO_ADVICE),
  "webp": (): string => tellKind("a WebP image", PHOTO_ADVICE),
  "avif": (): string => tellKind("an AVIF image", PHOTO_ADVICE),
  "pdf": (): string => tellKind("a PDF document", NAME_FILE),
  "program": (): string => tellKind("a program or library", ORIGIN_ADVICE),
  "safetensors": (): string =>
    tellKind(
      "a safetensors file",
      "it holds weights without a graph: `optimum-cli export onnx --model NAME DIR`, or load " +
        "them into their model, then `torch.onnx.export(model, torch.rand(1, 3, 224, 224), " +
        '"model.onnx")`',
    ),
  "torchscript": (): string =>
    tellKind(
      "a TorchScript program",
      '`torch.onnx.export(torch.jit.load("FILE"), (torch.rand(1, 3, 224, 224),), ' +
        '"model.onnx", dynamo=False)`',
    ),
  "torch-export": (): string =>
    tellKind(
      "a program of torch.export",
      '`torch.onnx.export(torch.export.load("FILE"), f="model.onnx")`',
    ),
  "torchserve": (): string =>
    tellKind(
      "an archive of TorchServe",
      "`unzip` it, and name the .onnx file in it or export its model to ONNX",
    ),
  "keras": (): string =>
    tellKind(
      "a Keras model",
      'in Keras, `keras.models.load_model("FILE").export("model.onnx", format="onnx")`',
    ),
  "saved-model-archive": (): string =>
    tellKind(
      "a zip archive of a TensorFlow SavedModel",
      `\`unzip\` it, then ${SAVED_MODEL_ADVICE}`,
    ),
  "coreml-package": (): string => tellKind("a Core ML package", ORIGIN_ADVICE),
  "npz": (): string =>
    tellKind(
      "an archive of NumPy arrays (.npz)",
      "it holds numbers without a graph: export the model that they belong to to ONNX",
    ),
  "zip": ({ models }: { readonly models: readonly string[] }): string =>
    tellKind(
      models.length === 0 ? "a zip archive" : `a zip archive of "${models[0]}"`,
      `\`unzip\` it, and name ${models.length === 1 ? "that file" : "the .onnx file in it"}`,
    ),
  "git-lfs": ({ bytes }: { readonly bytes: number | null }): string =>
    tellKind(
      "a Git LFS pointer",
      `\`git lfs pull\` gets the file itself${bytes === null ? "" : `, of ${bytes} bytes`}`,
    ),
  "git-annex": (): string =>
    tellKind("a pointer of git-annex", "`git annex get FILE` gets the file itself"),
  "dvc": (): string => tellKind("a pointer of DVC", "`dvc pull FILE` gets the file itself"),
  "web-page": ({ said }: Saying): string =>
    tellKind(
      `a web page${quote(said)}`,
      "get the file itself: a download that needs a login or a confirmation gives a page",
    ),
  "server-error": ({ said }: Saying): string =>
    tellKind(`a server's message of an error${quote(said)}`, GET_AGAIN),
  "openvino": (): string => tellKind("a network of OpenVINO (IR)", ORIGIN_ADVICE),
  "xml": (): string => tellKind("an XML document", NAME_FILE),
  "onnx-protobuf-text": (): string =>
    tellKind(
      "an ONNX model as protobuf's text",
      'in Python, `onnx.save(onnx.load("FILE", format="textproto"), "model.onnx")`',
    ),
  "onnx-text": (): string =>
    tellKind(
      "an ONNX model in ONNX's text form",
      'in Python, `onnx.save(onnx.load("FILE", format="onnxtxt"), "model.onnx")`',
    ),
  "onnx-json": (): string =>
    tellKind(
      "an ONNX model as JSON",
      'in Python, `onnx.save(onnx.load("FILE", format="json"), "model.onnx")`',
    ),
  "caffe-prototxt": (): string =>
    tellKind(
      "a network of Caffe (prototxt)",
      "convert it with its .caffemodel to ONNX",
    ),
  "caffe-model": (): string =>
    tellKind(
      "a network of Caffe (.caffemodel)",
      "convert it with its prototxt to ONNX",
    ),
  "tensorflow-text": (): string =>
    tellKind(
      "a graph of TensorFlow as text",
      `${SAVED_MODEL_ADVICE}, of its whole folder`,
    ),
  "darknet": (): string => tellKind("a network of Darknet", "convert it with its weights to ONNX"),
  "tensorflow-js": (): string =>
    tellKind(
      "a TensorFlow.js model",
      "`python -m tf2onnx.convert --tfjs FILE --output model.onnx`",
    ),
  "hugging-face": (): string =>
    tellKind(
      "a Hugging Face file about a model",
      "name the .onnx file, or `optimum-cli export onnx --model NAME DIR`",
    ),
  "hugging-face-preprocessor": (): string =>
    tellKind(
      "a Hugging Face preprocessor",
      'it belongs into "preprocess" of the config',
    ),
  "mxnet": (): string =>
    tellKind("a network of MXNet", "`mxnet.onnx.export_model()` makes a model of it"),
  "paddle-json": (): string =>
    tellKind("a model of PaddlePaddle", "`paddle2onnx` makes a model of it"),
  "paddle": (): string => tellKind("a program of PaddlePaddle", PADDLE_ADVICE),
  "keras-json": (): string => tellKind("a Keras network without its weights", ORIGIN_ADVICE),
  "config": (): string => tellKind("a config of convatlas", "`--config FILE` takes it"),
  "json": (): string => tellKind("a JSON file", NAME_FILE),
  "text": ({ said }: Saying): string => tellKind(`a text${quote(said)}`, NAME_FILE),
  "graph-proto": (): string =>
    tellKind(
      "a GraphProto without the ModelProto around it",
      "in Python, `onnx.save(onnx.helper.make_model(onnx.GraphProto.FromString(" +
        'open("FILE", "rb").read())), "model.onnx")`',
    ),
  "tensor-proto": (): string =>
    tellKind(
      "one tensor (TensorProto), such as stand beside a model to test it",
      "name the model",
    ),
  "saved-model": (): string =>
    tellKind(
      "a TensorFlow SavedModel",
      `${SAVED_MODEL_ADVICE}, of its whole folder`,
    ),
  "coreml": (): string => tellKind("a Core ML model", ORIGIN_ADVICE),
  "graph-def": (): string =>
    tellKind(
      "a frozen graph of TensorFlow (GraphDef)",
      "`python -m tf2onnx.convert --graphdef FILE --inputs NAME:0 --outputs NAME:0 " +
        "--output model.onnx`",
    ),
  "folder": (): string => tellKind("a folder", NAME_FILE),
  "folder-of-models": (
    { models, more }: {
      readonly models: readonly string[];
      /** How many more there are. */
      readonly more: number;
    },
  ): string =>
    tellKind(
      `a folder with ${models.map((name) => `"${name}"`).join(", ")}` +
        `${more === 0 ? "" : ` and ${more} more`}`,
      "name the file in it",
    ),
  "saved-model-folder": (): string =>
    tellKind("the folder of a TensorFlow SavedModel", SAVED_MODEL_ADVICE),
  "paddle-folder": (): string => tellKind("the folder of a model of PaddlePaddle", PADDLE_ADVICE),
  "hugging-face-folder": (): string =>
    tellKind(
      "the folder of a Hugging Face model",
      "`optimum-cli export onnx --model DIR OUT` writes OUT/model.onnx",
    ),
};

/** What tells files that are no model apart. */
export type FileKindCode = keyof typeof KIND_REASONS;
