import assert from "node:assert/strict";
import { createFiles } from "../../../src/host/file/files.ts";
import { memorySource } from "../../../src/onnx/wire/joined_source.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { GRAPH, MODEL } from "../../../src/onnx/wire/proto.ts";
import { findFileKind } from "../../../src/onnx/file/refusal.ts";
import {
  concatBytes,
  encodeField,
  encodeMessage,
  type FieldValue,
} from "../../../src/onnx/wire/wire.ts";
import { encodeGraph, encodeModel, type ModelText } from "../../support/model/onnx_model.ts";
import { encodeTensor, store } from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { sharedFolder, testShared } from "../../support/shared.ts";
import { describeTinyModel, encodeTinyModel } from "../../support/model/tiny_model.ts";
import { encodeZip } from "../../support/zip.ts";

// Files that are no model, each made here as its kind begins: [what, bytes, message]

type Bytes = Uint8Array<ArrayBuffer>;
type Sample = readonly [what: string, bytes: Bytes | string, message: RegExp];

const bytes = (...parts: readonly (string | number)[]): Bytes =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "number" ? [part] : Array.from(part, (each) => each.charCodeAt(0))
    ),
  );

const int = (no: number, value: number): Bytes => encodeField({ no, kind: "int", value });
const text = (no: number, value: string): Bytes => encodeField({ no, kind: "text", value });
const message = (no: number, ...fields: readonly Bytes[]): Bytes => encodeMessage(no, fields);

// As a flatbuffer begins: where its table is, then what it is.
const flatbuffer = (mark: string): Bytes =>
  concatBytes([bytes(0x18, 0, 0, 0, mark), new Uint8Array(200)]);

const packed: readonly Sample[] = [
  ["gzip", bytes(0x1f, 0x8b, 8, 0, "…"), /^packed by gzip; `gunzip` it/],
  ["bzip2", bytes("BZh91AY&SY"), /^packed by bzip2; `bunzip2` it/],
  ["xz", bytes(0xfd, "7zXZ", 0, 0, 4), /^packed by xz; `unxz` it/],
  ["zstd", bytes(0x28, 0xb5, 0x2f, 0xfd, 4), /^packed by zstd; `unzstd` it/],
  ["lz4", bytes(4, 0x22, 0x4d, 0x18, 0x64), /^packed by lz4; `unlz4` it/],
  ["7z", bytes("7z", 0xbc, 0xaf, 0x27, 0x1c, 0), /^a 7z archive; `7z x FILE`/],
  ["RAR", bytes("Rar!", 0x1a, 7, 1, 0), /^a RAR archive; `unrar x FILE`/],
  ["tar", bytes("model.onnx".padEnd(257, "\0"), "ustar\0"), /^a tar archive; `tar xf FILE`/],
  [
    "a zip of a model",
    encodeZip(["nets/model.onnx"]),
    /^a zip archive of "nets\/model\.onnx"; `unz/,
  ],
  ["a zip of two", encodeZip(["a.onnx", "b.onnx"]), /of "a\.onnx"; .* the \.onnx file in it$/],
  ["a zip of nothing", encodeZip([]), /^a zip archive; `unzip` it, and name the \.onnx file/],
  ["a zip cut off", encodeZip(["model.onnx"]).subarray(0, 60), /^a zip archive; `unzip` it/],
  ["Core ML's package", encodeZip(["Data/com.apple.CoreML/model.mlmodel"]), /^a Core ML package/],
  ["a SavedModel", encodeZip(["net/saved_model.pb"]), /SavedModel; .*tf2onnx.*--saved-model DIR/],
  ["npz", encodeZip(["w.npy", "b.npy"]), /^an archive of NumPy arrays \(\.npz\); /],
  ["Keras", encodeZip(["config.json", "model.weights.h5"]), /^a Keras model; .*format="onnx"/],
  ["TorchServe", encodeZip(["MAR-INF/MANIFEST.json", "model.pt"]), /^an archive of TorchServe/],
];

const checkpoints: readonly Sample[] = [
  [
    "a PyTorch checkpoint",
    encodeZip(["net/data.pkl", "net/version"]),
    /^a PyTorch checkpoint; .*load it into its model, then `torch\.onnx\.export\(/,
  ],
  [
    "a PyTorch checkpoint of before 2020",
    bytes(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e),
    /^a PyTorch checkpoint; /,
  ],
  [
    "TorchScript",
    encodeZip(["net/data.pkl", "net/code/net.py", "net/constants.pkl"]),
    /^a TorchScript program; `torch\.onnx\.export\(torch\.jit\.load\("FILE"\)/,
  ],
  [
    "torch.export",
    encodeZip(["net/archive_format", "net/models/model.json"]),
    /^a program of torch\.export; `torch\.onnx\.export\(torch\.export\.load/,
  ],
  ["a pickle", bytes(0x80, 4, 0x95, 5, 0, 0, 0, 0, 0, 0, 0, "}."), /^a pickle of Python; /],
  [
    "safetensors",
    bytes(0x32, 0, 0, 0, 0, 0, 0, 0, '{"w":{"dtype":"F32","shape":[1]}}'),
    /^a safetensors file; .*`optimum-cli export onnx/,
  ],
  ["HDF5", bytes(0x89, "HDF\r\n", 0x1a, "\n", 0), /^an HDF5 file, .*keras\.models\.load_model/],
  ["GGUF", bytes("GGUF", 3, 0, 0, 0), /^a GGUF file of weights; export the model/],
  ["NumPy", bytes(0x93, "NUMPY", 1, 0), /^a NumPy array; /],
  ["MXNet's weights", bytes(0x12, 1, 0, 0, 0, 0, 0, 0, 0), /^a file of MXNet's weights; /],
  [
    "Darknet's weights",
    bytes(0, 0, 0, 0, 2, 0, 0, 0, 5, 0, 0, 0),
    /^a file of Darknet's weights; /,
  ],
];

const otherModels: readonly Sample[] = [
  [".ort", flatbuffer("ORTM"), /^a model in onnxruntime's own format \(\.ort\); name the \.onnx/],
  ["TFLite", flatbuffer("TFL3"), /^a TensorFlow Lite model; `python -m tf2onnx.* --tflite FILE/],
  ["ExecuTorch", flatbuffer("ET12"), /^an ExecuTorch program; /],
  ["TensorRT", bytes("ftrt", 0, 0, 0, 0), /^a TensorRT engine; name the \.onnx file/],
  ["RKNN", bytes("RKNN", 0, 0, 0, 0), /^an RKNN model; name the \.onnx file/],
  ["ncnn", "7767517\n3 3\nInput data 0 1 data\n", /^a network of ncnn; /],
  ["OpenVINO", '<?xml version="1.0"?>\n<net name="a" version="11">', /^a network of OpenVINO/],
  [
    "Caffe as text",
    'name: "LeNet"\nlayer {\n  name: "data"\n}\n',
    /^a network of Caffe \(prototxt/,
  ],
  [
    "TensorFlow as text",
    'node {\n  name: "x"\n  op: "Conv2D"\n}',
    /^a graph of TensorFlow as text/,
  ],
  ["Darknet's network without a comment", "[net]\nbatch=1\n", /^a network of Darknet; /],
  ["Darknet's network", "# yolo\n[net]\nbatch=1\n", /^a network of Darknet; /],
  ["TensorFlow.js", '{"format":"graph-model","modelTopology":{}}', /--tfjs FILE --output/],
  ["MXNet's network", '{"nodes":[],"arg_nodes":[0],"heads":[]}', /^a network of MXNet; /],
  ["Keras's network", '{"class_name":"Functional","config":{}}', /^a Keras network without its w/],
  [
    "a SavedModel",
    concatBytes([int(1, 1), message(2, message(1, text(4, "serve")), message(2, text(1, "x")))]),
    /^a TensorFlow SavedModel; .*tf2onnx\.convert --saved-model DIR/,
  ],
  [
    "GraphDef",
    concatBytes([
      message(1, text(1, "x"), text(2, "Placeholder"), message(5, text(1, "dtype"))),
      message(4, int(1, 1087)),
    ]),
    /^a frozen graph of TensorFlow \(GraphDef\); .*--graphdef FILE/,
  ],
  [
    "Caffe",
    concatBytes([text(1, "LeNet"), message(100, text(1, "conv1"), text(2, "Convolution"))]),
    /^a network of Caffe \(\.caffemodel\); /,
  ],
  [
    "Caffe's first format",
    concatBytes([text(1, "LeNet"), message(2, text(4, "conv1"), int(5, 4))]),
    /^a network of Caffe \(\.caffemodel\); /,
  ],
  [
    "PaddlePaddle",
    message(1, int(1, 0), int(2, -1), message(3, text(1, "x")), message(4, text(3, "conv2d"))),
    /^a program of PaddlePaddle; `paddle2onnx --model_dir DIR/,
  ],
  [
    "Core ML",
    concatBytes([int(1, 4), message(2, text(1, "x")), message(500, text(1, "conv"))]),
    /^a Core ML model; /,
  ],
];

const onnxForms: readonly Sample[] = [
  ["protobuf's text", "ir_version: 8\ngraph {\n  node {\n", /^an ONNX model as .*"textproto"/],
  ["ONNX's text", "<ir_version: 8>\nnet (float[1] x) => (float[1] y) {", /^an ONNX .*"onnxtxt"/],
  ["JSON", '{"irVersion":"8","graph":{"node":[]}}', /^an ONNX model as JSON; .*format="json"/],
  [
    "a graph alone",
    concatBytes(encodeGraph(describeTinyModel())),
    /^a GraphProto without the ModelProto around it; .*onnx\.helper\.make_model/,
  ],
  [
    "a tensor",
    innerOf(encodeTensor(GRAPH.initializer, "w", store("float32", [2], [1, 2]))),
    /^one tensor \(TensorProto\), .*name the model$/,
  ],
];

// A message without the tag and the length before it, which are a byte each.
function innerOf(field: Uint8Array): Bytes {
  return Uint8Array.from(field.subarray(2));
}

const POINTER = "version https://git-lfs.github.com/spec/v1\n" +
  "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345678\n";

const others: readonly Sample[] = [
  ["Git LFS", POINTER, /^a Git LFS pointer; `git lfs pull` gets the file .* 12345678 bytes$/],
  ["git-annex", "/annex/objects/SHA256E-s10--ab.onnx\n", /^a pointer of git-annex; `git annex get/],
  ["DVC", "outs:\n- md5: a304afb96060aad90176268345e10355\n", /^a pointer of DVC; `dvc pull/],
  [
    "a web page",
    "\n<!DOCTYPE html><html><head><title>Sign in · GitHub</title>",
    /^a web page \("Sign in · GitHub"\); get the file itself/,
  ],
  ["a page without a title", "<html lang=en><body>404", /^a web page; get the file itself/],
  [
    "an error of a bucket",
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    /^a server's message of an error \("Access Denied"\); get the model again$/,
  ],
  ["another document", '<?xml version="1.0"?><a/>', /^an XML document; /],
  ["Hugging Face's config", '{"architectures":["A"],"model_type":"vit"}', /^a Hugging Face file/],
  ["a preprocessor", '{"do_resize":true,"size":224}', /^a Hugging Face preproc.*"preprocess"/],
  ["a config", '{"models":[{"path":"a.onnx"}]}', /^a config of convatlas; `--config FILE`/],
  ["an INI file", "[core]\n\turl = x\n", /^a text \("\[core\]"\); name a \.onnx file$/],
  ["a template", "{{ model }}", /^a text \("\{\{ model \}\}"\); name a \.onnx file$/],
  ["JSON with comments", "{\n  // one\n}", /^a JSON file; name a \.onnx file$/],
  ["JSON", "[1, 2]", /^a JSON file; name a \.onnx file$/],
  ["a text", "Dear reader,\nthis is no model.", /^a text \("Dear reader,"\); name a \.onnx file$/],
  ["a text in UTF-16", bytes(0xff, 0xfe, "H\0i\0"), /^a text \("Hi"\)/],
  ["an empty file", "", /^an empty file; get the model again$/],
  ["zeros", new Uint8Array(10_000), /^a file that begins with nothing but zeros, /],
  ["PNG", bytes(0x89, "PNG\r\n", 0x1a, "\n"), /^a PNG image; photos stand in "images"/],
  ["JPEG", bytes(0xff, 0xd8, 0xff, 0xe0), /^a JPEG image; /],
  ["WebP", bytes("RIFF", 1, 2, 3, 4, "WEBPVP8 "), /^a WebP image; /],
  ["PDF", "%PDF-1.7\n", /^a PDF document; /],
  ["a library", bytes(0x7f, "ELF", 2, 1, 1), /^a program or library; /],
  ["an encrypted file", bytes("Salted__", 1, 2, 3), /^encrypted by OpenSSL; decrypt it/],
];

const samples = [...packed, ...checkpoints, ...otherModels, ...onnxForms, ...others];

for (const [what, sample, expected] of samples) {
  Deno.test(`readModel() says what a file is that is no model: ${what}`, () => {
    const content = typeof sample === "string" ? new TextEncoder().encode(sample) : sample;
    const { message } = refuse(content);
    const start = "Cannot read ONNX model: it is ";
    assert(message.startsWith(start), message);
    assert.match(message.slice(start.length), expected);
  });
}

function refuse(content: Bytes): SyntaxError {
  try {
    readModel(content);
  } catch (error) {
    assert(error instanceof SyntaxError, String(error));
    return error;
  }
  assert.fail("it was read as a model");
}

Deno.test("readModel() says how many bytes are missing at the end of a model, wherever it is cut", () => {
  const whole = encodeTinyModel();
  const begin = whole.indexOf(MODEL.graph << 3 | 2) + 3; // behind the tag and the length
  for (let end = begin; end < whole.length; end++) {
    const missing = whole.length - end;
    assert.match(
      refuse(whole.slice(0, end)).message,
      new RegExp(`^Cannot read ONNX model: it ends ${missing} bytes before its graph does, so it`),
    );
  }
});

Deno.test("readModel() keeps the position of a fault in a file of no known kind", () => {
  const random = createRandom(16);
  const noise = Uint8Array.from(random.floats(3000, 0, 256));
  noise[0] = 0x0b; // a group, which protobuf has given up
  const { message } = refuse(noise);
  assert.match(
    message,
    /^Cannot read protobuf field at byte 0: .*; the file is no ONNX model, or damaged: get it/,
  );
});

Deno.test("findFileKind() takes no model for anything else, whatever its first field is", () => {
  const tiny = describeTinyModel();
  const models: readonly ModelText[] = [
    tiny,
    { ...tiny, irVersion: 3, opset: 9 },
    { ...tiny, domains: { "com.microsoft": 1 } },
  ];
  for (const model of models) {
    const content = encodeModel(model);
    assert.equal(findFileKind(memorySource(content)), null);
  }
  for (const first of modelStarts()) {
    const content = concatBytes([encodeField(first), encodeTinyModel()]);
    assert.equal(findFileKind(memorySource(content)), null, JSON.stringify(first));
    assert.equal(readModel(content).graph.nodes.length, 3);
  }
});

// The plain fields of a ModelProto: version, producer, its version, domain, number, description.
function modelStarts(): readonly FieldValue[] {
  const texts = [2, 3, 4, 6].flatMap((no) =>
    ["", "a", "pytorch", "PK\x03\x04", "<html>", "{"].map((value) =>
      ({ no, kind: "text", value }) as const
    )
  );
  const numbers = [1, 5].flatMap((no) =>
    [0, 3, 8, 1 << 20].map((value) => ({ no, kind: "int", value }) as const)
  );
  return [...texts, ...numbers];
}

testShared("findFileKind() takes no model of the corpus for anything else", async () => {
  const files = createFiles(sharedFolder);
  const paths = await files.list("corpus/**/*.onnx", []);
  for (const path of paths) {
    const { source, close } = files.openModel(path);
    assert.equal(findFileKind(source), null, path);
    close();
  }
  assert(paths.length > 15, `${paths.length} models`);
});
