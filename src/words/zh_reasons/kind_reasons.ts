import type { FileKindCode } from "../../reason/kind_reasons.ts";
import type { Telling } from "../../reason/reason.ts";

function tellKind(what: string, advice: string): string {
  return `它是${what}；${advice}`;
}

function kind(what: string, advice: string): () => string {
  return () => tellKind(what, advice);
}

function quote(said: string): string {
  return said === "" ? "" : `（“${said}”）`;
}

const ORIGIN = "请将生成它的模型导出为 ONNX";
const NAME_FILE = "请给出 .onnx 文件";
const NAME_BUILT = "请给出构建它所用的 .onnx 文件";
const GET_AGAIN = "请重新获取模型";
const PHOTO = '照片写在配置的 "images" 中，模型写在 "models" 中';
const IN_ARCHIVE = "，再给出其中的 .onnx 文件";
const TORCH = "它只有权重而没有计算图：请将其载入所属模型，再 " +
  '`torch.onnx.export(model, torch.rand(1, 3, 224, 224), "model.onnx")`';
const SAVED_MODEL = "`python -m tf2onnx.convert --saved-model DIR --output model.onnx`";
const PADDLE = "`paddle2onnx --model_dir DIR --model_filename FILE " +
  "--params_filename PARAMS --save_file model.onnx`";

/** What a file or folder is that is no ONNX model, and what to do to have the model, in Chinese. */
export const KIND_REASONS_ZH: Telling<FileKindCode> = {
  "empty-file": kind("空文件", GET_AGAIN),
  "zeros": kind("以连续的零开头的文件，如下载中断所留", GET_AGAIN),
  "gzip": kind("以 `gzip` 压缩的文件", "请 `gunzip`；若为 .tar.gz，则 `tar xzf FILE`"),
  "bzip2": kind("以 `bzip2` 压缩的文件", "请 `bunzip2`；若为 .tar.bz2，则 `tar xjf FILE`"),
  "xz": kind("以 `xz` 压缩的文件", "请 `unxz`；若为 .tar.xz，则 `tar xJf FILE`"),
  "zstd": kind("以 `zstd` 压缩的文件", "请 `unzstd`"),
  "lz4": kind("以 `lz4` 压缩的文件", "请 `unlz4`"),
  "7z": kind(" 7z 归档", `请 \`7z x FILE\`${IN_ARCHIVE}`),
  "rar": kind(" RAR 归档", `请 \`unrar x FILE\`${IN_ARCHIVE}`),
  "tar": kind(" tar 归档", `请 \`tar xf FILE\`${IN_ARCHIVE}`),
  "openssl": kind("以 OpenSSL 加密的文件", "请用 `openssl enc -d` 解密"),
  "ort": kind(" onnxruntime 自有格式 (.ort) 的模型", "请给出生成它所用的 .onnx 文件"),
  "tflite": kind(
    " TensorFlow Lite 模型",
    "`python -m tf2onnx.convert --tflite FILE --output model.onnx`",
  ),
  "executorch": kind(" ExecuTorch 程序", ORIGIN),
  "tensorrt": kind(" TensorRT 引擎", NAME_BUILT),
  "rknn": kind(" RKNN 模型", NAME_BUILT),
  "gguf": kind(" GGUF 权重文件", ORIGIN),
  "hdf5": kind(
    " Keras 所写的那种 HDF5 文件",
    '在 Keras 中 `keras.models.load_model("FILE").export("model.onnx", format="onnx")`；' +
      "若其中只有权重，请先将其载入所属模型",
  ),
  "torch-checkpoint": kind(" PyTorch 检查点", TORCH),
  "pickle": kind(" Python 的 pickle 文件", "若其中有 PyTorch 模型，请载入后导出"),
  "numpy-array": kind(" NumPy 数组", ORIGIN),
  "mxnet-weights": kind(" MXNet 的权重文件", ORIGIN),
  "darknet-weights": kind(" Darknet 的权重文件", ORIGIN),
  "ncnn": kind(" ncnn 网络", ORIGIN),
  "png": kind(" PNG 图像", PHOTO),
  "jpeg": kind(" JPEG 图像", PHOTO),
  "gif": kind(" GIF 图像", PHOTO),
  "tiff": kind(" TIFF 图像", PHOTO),
  "webp": kind(" WebP 图像", PHOTO),
  "avif": kind(" AVIF 图像", PHOTO),
  "pdf": kind(" PDF 文档", NAME_FILE),
  "program": kind("程序或库", ORIGIN),
  "safetensors": kind(
    " safetensors 文件",
    "它只有权重而没有计算图：请 `optimum-cli export onnx --model NAME DIR`，或将其载入所属模型，再 " +
      '`torch.onnx.export(model, torch.rand(1, 3, 224, 224), "model.onnx")`',
  ),
  "torchscript": kind(
    " TorchScript 程序",
    '`torch.onnx.export(torch.jit.load("FILE"), (torch.rand(1, 3, 224, 224),), ' +
      '"model.onnx", dynamo=False)`',
  ),
  "torch-export": kind(
    " `torch.export` 的程序",
    '`torch.onnx.export(torch.export.load("FILE"), f="model.onnx")`',
  ),
  "torchserve": kind(
    " TorchServe 归档",
    "请 `unzip`，再给出其中的 .onnx 文件，或将其中的模型导出为 ONNX",
  ),
  "keras": kind(
    " Keras 模型",
    '在 Keras 中 `keras.models.load_model("FILE").export("model.onnx", format="onnx")`',
  ),
  "saved-model-archive": kind(
    " TensorFlow SavedModel 的 zip 归档",
    `请 \`unzip\`，再 ${SAVED_MODEL}`,
  ),
  "coreml-package": kind(" Core ML 包", ORIGIN),
  "npz": kind(" NumPy 数组的归档 (.npz)", "它只有数而没有计算图：请将其所属的模型导出为 ONNX"),
  "zip": ({ models }) =>
    tellKind(
      models.length === 0 ? " zip 归档" : ` “${models[0]}” 的 zip 归档`,
      `请 \`unzip\`，再给出${models.length === 1 ? "该文件" : "其中的 .onnx 文件"}`,
    ),
  "git-lfs": ({ bytes }) =>
    tellKind(
      " Git LFS 指针",
      `\`git lfs pull\` 可取得文件本身${bytes === null ? "" : `，共 ${bytes} 字节`}`,
    ),
  "git-annex": kind(" git-annex 指针", "`git annex get FILE` 可取得文件本身"),
  "dvc": kind(" DVC 指针", "`dvc pull FILE` 可取得文件本身"),
  "web-page": ({ said }) =>
    tellKind(`网页${quote(said)}`, "请取得文件本身：需要登录或确认的下载只给出一个网页"),
  "server-error": ({ said }) => tellKind(`服务器的错误消息${quote(said)}`, GET_AGAIN),
  "openvino": kind(" OpenVINO 网络 (IR)", ORIGIN),
  "xml": kind(" XML 文档", NAME_FILE),
  "onnx-protobuf-text": kind(
    " protobuf 文本形式的 ONNX 模型",
    '在 Python 中 `onnx.save(onnx.load("FILE", format="textproto"), "model.onnx")`',
  ),
  "onnx-text": kind(
    " ONNX 文本形式的 ONNX 模型",
    '在 Python 中 `onnx.save(onnx.load("FILE", format="onnxtxt"), "model.onnx")`',
  ),
  "onnx-json": kind(
    " JSON 形式的 ONNX 模型",
    '在 Python 中 `onnx.save(onnx.load("FILE", format="json"), "model.onnx")`',
  ),
  "caffe-prototxt": kind(" Caffe 网络 (.prototxt)", "请连同其 .caffemodel 一并转换为 ONNX"),
  "caffe-model": kind(" Caffe 网络 (.caffemodel)", "请连同其 .prototxt 一并转换为 ONNX"),
  "tensorflow-text": kind(" TensorFlow 计算图的文本", `对其整个文件夹 ${SAVED_MODEL}`),
  "darknet": kind(" Darknet 网络", "请连同其权重一并转换为 ONNX"),
  "tensorflow-js": kind(
    " TensorFlow.js 模型",
    "`python -m tf2onnx.convert --tfjs FILE --output model.onnx`",
  ),
  "hugging-face": kind(
    "关于模型的 Hugging Face 文件",
    "请给出 .onnx 文件，或 `optimum-cli export onnx --model NAME DIR`",
  ),
  "hugging-face-preprocessor": kind(
    " Hugging Face 预处理器",
    '它应写在配置的 "preprocess" 中',
  ),
  "mxnet": kind(" MXNet 网络", "`mxnet.onnx.export_model()` 可由它生成模型"),
  "paddle-json": kind(" PaddlePaddle 模型", "`paddle2onnx` 可由它生成模型"),
  "paddle": kind(" PaddlePaddle 程序", PADDLE),
  "keras-json": kind("不含权重的 Keras 网络", ORIGIN),
  "config": kind(" convatlas 的配置", "请用 `--config FILE`"),
  "json": kind(" JSON 文件", NAME_FILE),
  "text": ({ said }) => tellKind(`文本${quote(said)}`, NAME_FILE),
  "graph-proto": kind(
    "没有外层 ModelProto 的 GraphProto",
    "在 Python 中 `onnx.save(onnx.helper.make_model(onnx.GraphProto.FromString(" +
      'open("FILE", "rb").read())), "model.onnx")`',
  ),
  "tensor-proto": kind("单个张量 (TensorProto)，常放在模型旁供测试", "请给出模型"),
  "saved-model": kind(" TensorFlow SavedModel", `对其整个文件夹 ${SAVED_MODEL}`),
  "coreml": kind(" Core ML 模型", ORIGIN),
  "graph-def": kind(
    " TensorFlow 的冻结计算图 (GraphDef)",
    "`python -m tf2onnx.convert --graphdef FILE --inputs NAME:0 --outputs NAME:0 " +
      "--output model.onnx`",
  ),
  "folder": kind("文件夹", NAME_FILE),
  "folder-of-models": ({ models, more }) =>
    tellKind(
      `含有 ${models.map((name) => `“${name}”`).join("、")}` +
        `${more === 0 ? "" : `和另外 ${more} 个模型`}的文件夹`,
      "请给出其中的文件",
    ),
  "saved-model-folder": kind(" TensorFlow SavedModel 的文件夹", SAVED_MODEL),
  "paddle-folder": kind(" PaddlePaddle 模型的文件夹", PADDLE),
  "hugging-face-folder": kind(
    " Hugging Face 模型的文件夹",
    "`optimum-cli export onnx --model DIR OUT` 写出 OUT/model.onnx",
  ),
};
