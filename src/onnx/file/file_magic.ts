import type { FileKind, PlainKind } from "./file_kind.ts";

/** Finds what a file is by the bytes that all files of its kind have at one place. */
export function findMagic(head: Uint8Array): FileKind | null {
  const found = MAGIC.find(({ at, bytes }) => startsWith(head.subarray(at), bytes));
  if (found !== undefined) return found.kind;
  return isSafetensors(head) ? { code: "safetensors" } : null;
}

interface Magic {
  /** Where the bytes stand. */
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
}

/** Characters stand for the bytes of their codes. */
function mark(bytes: string, code: PlainKind, at = 0): Magic {
  return { at, bytes: Uint8Array.from(bytes, (each) => each.charCodeAt(0)), kind: { code } };
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

const MAGIC: readonly Magic[] = [
  mark("\x1f\x8b", "gzip"),
  mark("BZh", "bzip2"),
  mark("\xfd7zXZ\0", "xz"),
  mark("\x28\xb5\x2f\xfd", "zstd"),
  mark("\x04\x22\x4d\x18", "lz4"),
  mark("7z\xbc\xaf\x27\x1c", "7z"),
  mark("Rar!\x1a\x07", "rar"),
  mark("ustar", "tar", 257),
  mark("Salted__", "openssl"),
  mark("ORTM", "ort", 4),
  mark("TFL3", "tflite", 4),
  mark("ET12", "executorch", 4),
  mark("ftrt", "tensorrt"),
  mark("ptrt", "tensorrt"),
  mark("RKNN", "rknn"),
  mark("GGUF", "gguf"),
  mark("\x89HDF\r\n\x1a\n", "hdf5"),
  // The number that torch.save() wrote first before it wrote zip archives.
  mark("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", "torch-checkpoint"),
  ...["\x80\x02", "\x80\x03", "\x80\x04", "\x80\x05"].map((start) => mark(start, "pickle")),
  mark("\x93NUMPY", "numpy-array"),
  mark("\x12\x01\0\0\0\0\0\0", "mxnet-weights"),
  mark("\0\0\0\0\x02\0\0\0\x05\0\0\0", "darknet-weights"),
  mark("7767517\n", "ncnn"),
  mark("\x89PNG", "png"),
  mark("\xff\xd8\xff", "jpeg"),
  mark("GIF8", "gif"),
  mark("II*\0", "tiff"),
  mark("MM\0*", "tiff"),
  mark("WEBP", "webp", 8),
  mark("ftypavif", "avif", 4),
  mark("%PDF-", "pdf"),
  mark("\x7fELF", "program"),
  mark("MZ\x90\0", "program"),
];

// The length of its JSON header in eight bytes, then that header.
function isSafetensors(head: Uint8Array): boolean {
  if (head.length < 10) return false;
  const length = new DataView(head.buffer, head.byteOffset).getBigUint64(0, true);
  const start = new TextDecoder().decode(head.subarray(8, 64));
  return length < 1n << 32n && /^\{\s*("|\})/.test(start);
}
