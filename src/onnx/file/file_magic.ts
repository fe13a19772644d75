import { type FileKind, ORIGIN_ADVICE, TORCH_ADVICE } from "./file_kind.ts";

/** Finds what a file is by the bytes that all files of its kind have at one place. */
export function findMagic(head: Uint8Array): FileKind | null {
  const found = MAGIC.find(({ at, bytes }) => startsWith(head.subarray(at), bytes));
  if (found !== undefined) return found;
  return isSafetensors(head) ? SAFETENSORS : null;
}

interface Magic extends FileKind {
  /** Where the bytes stand. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Characters stand for the bytes of their codes. */
function mark(bytes: string, what: string, advice: string, at = 0): Magic {
  return { at, bytes: Uint8Array.from(bytes, (each) => each.charCodeAt(0)), what, advice };
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

const KERAS_ADVICE = 'in Keras, `keras.models.load_model("FILE").export("model.onnx", ' +
  'format="onnx")`; where it holds weights only, load them into their model first';

const TFLITE_ADVICE = "`python -m tf2onnx.convert --tflite FILE --output model.onnx`";

const PHOTO_ADVICE = 'photos stand in "images" of the config, models in "models"';

const MAGIC: readonly Magic[] = [
  mark("\x1f\x8b", "packed by gzip", "`gunzip` it; where it is a .tar.gz, `tar xzf FILE`"),
  mark("BZh", "packed by bzip2", "`bunzip2` it; where it is a .tar.bz2, `tar xjf FILE`"),
  mark("\xfd7zXZ\0", "packed by xz", "`unxz` it; where it is a .tar.xz, `tar xJf FILE`"),
  mark("\x28\xb5\x2f\xfd", "packed by zstd", "`unzstd` it"),
  mark("\x04\x22\x4d\x18", "packed by lz4", "`unlz4` it"),
  mark("7z\xbc\xaf\x27\x1c", "a 7z archive", "`7z x FILE`, and name the .onnx file in it"),
  mark("Rar!\x1a\x07", "a RAR archive", "`unrar x FILE`, and name the .onnx file in it"),
  mark("ustar", "a tar archive", "`tar xf FILE`, and name the .onnx file in it", 257),
  mark("Salted__", "encrypted by OpenSSL", "decrypt it with `openssl enc -d`"),
  mark(
    "ORTM",
    "a model in onnxruntime's own format (.ort)",
    "name the .onnx file that it was made from",
    4,
  ),
  mark("TFL3", "a TensorFlow Lite model", TFLITE_ADVICE, 4),
  mark("ET12", "an ExecuTorch program", ORIGIN_ADVICE, 4),
  mark("ftrt", "a TensorRT engine", "name the .onnx file that it was built from"),
  mark("ptrt", "a TensorRT engine", "name the .onnx file that it was built from"),
  mark("RKNN", "an RKNN model", "name the .onnx file that it was built from"),
  mark("GGUF", "a GGUF file of weights", ORIGIN_ADVICE),
  mark("\x89HDF\r\n\x1a\n", "an HDF5 file, as Keras writes them", KERAS_ADVICE),
  // The number that torch.save() wrote first before it wrote zip archives.
  mark(
    "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19",
    "a PyTorch checkpoint",
    TORCH_ADVICE,
  ),
  ...["\x80\x02", "\x80\x03", "\x80\x04", "\x80\x05"].map((start) =>
    mark(start, "a pickle of Python", "where it holds a PyTorch model, load it and export that")
  ),
  mark("\x93NUMPY", "a NumPy array", ORIGIN_ADVICE),
  mark("\x12\x01\0\0\0\0\0\0", "a file of MXNet's weights", ORIGIN_ADVICE),
  mark("\0\0\0\0\x02\0\0\0\x05\0\0\0", "a file of Darknet's weights", ORIGIN_ADVICE),
  mark("7767517\n", "a network of ncnn", ORIGIN_ADVICE),
  mark("\x89PNG", "a PNG image", PHOTO_ADVICE),
  mark("\xff\xd8\xff", "a JPEG image", PHOTO_ADVICE),
  mark("GIF8", "a GIF image", PHOTO_ADVICE),
  mark("II*\0", "a TIFF image", PHOTO_ADVICE),
  mark("MM\0*", "a TIFF image", PHOTO_ADVICE),
  mark("WEBP", "a WebP image", PHOTO_ADVICE, 8),
  mark("ftypavif", "an AVIF image", PHOTO_ADVICE, 4),
  mark("%PDF-", "a PDF document", "name a .onnx file"),
  mark("\x7fELF", "a program or library", ORIGIN_ADVICE),
  mark("MZ\x90\0", "a program or library", ORIGIN_ADVICE),
];

const SAFETENSORS: FileKind = {
  what: "a safetensors file",
  advice: "it holds weights without a graph: `optimum-cli export onnx --model NAME DIR`, or load " +
    'them into their model, then `torch.onnx.export(model, torch.rand(1, 3, 224, 224), "model.onnx")`',
};

// The length of its JSON header in eight bytes, then that header.
function isSafetensors(head: Uint8Array): boolean {
  if (head.length < 10) return false;
  const length = new DataView(head.buffer, head.byteOffset).getBigUint64(0, true);
  const start = new TextDecoder().decode(head.subarray(8, 64));
  return length < 1n << 32n && /^\{\s*("|\})/.test(start);
}
