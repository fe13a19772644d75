import type { FileKind } from "./file_kind.ts";
import type { ByteSource } from "../wire/wire.ts";

/** Finds what a zip archive holds, by the names of its entries; null for a file that is none. */
export function findZipKind(source: ByteSource, head: Uint8Array): FileKind | null {
  if (!MARKS.some((mark) => mark.every((byte, i) => head[i] === byte))) return null;
  const names = listEntries(source);
  const found = KINDS.find(({ holds }) => names.some((name) => holds.test(name)));
  if (found !== undefined) return found.kind;
  return { code: "zip", models: names.filter((name) => /\.onnx$/i.test(name)) };
}

// Of a first entry, of an archive without any, and of one in parts.
const MARKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
];

interface ZipKind {
  /** What the name of one entry is like. */
  readonly holds: RegExp;
  readonly kind: FileKind;
}

const KINDS: readonly ZipKind[] = [
  { holds: /(^|\/)(constants\.pkl|bytecode\.pkl)$/, kind: { code: "torchscript" } },
  {
    holds: /(^|\/)(serialized_exported_program\.json|models\/model\.json)$/,
    kind: { code: "torch-export" },
  },
  { holds: /(^|\/)data\.pkl$/, kind: { code: "torch-checkpoint" } },
  { holds: /^MAR-INF\/MANIFEST\.json$/, kind: { code: "torchserve" } },
  { holds: /(^|\/)model\.weights\.h5$/, kind: { code: "keras" } },
  { holds: /(^|\/)saved_model\.pb$/, kind: { code: "saved-model-archive" } },
  { holds: /com\.apple\.CoreML\/|\.mlmodel$/, kind: { code: "coreml-package" } },
  { holds: /\.npy$/, kind: { code: "npz" } },
];

const END = 22; // bytes of the record at the end, before its comment
const LONGEST_COMMENT = 65535;
// Some thousand names; an archive of more is told by its first ones.
const LARGEST_DIRECTORY = 1 << 18;
const ENTRY = 46; // bytes of an entry of the directory, before its name

// Source: PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16.
function listEntries(source: ByteSource): readonly string[] {
  const tailStart = Math.max(0, source.byteLength - END - LONGEST_COMMENT);
  const tail = source.read(tailStart, source.byteLength);
  const at = findLast(tail, [0x50, 0x4b, 5, 6]);
  if (at < 0 || at + END > tail.length) return []; // cut off
  const view = new DataView(tail.buffer, tail.byteOffset + at);
  const [length, start] = [view.getUint32(12, true), view.getUint32(16, true)];
  if (start + length > source.byteLength) return [];
  return readNames(source.read(start, start + Math.min(length, LARGEST_DIRECTORY)));
}

function findLast(bytes: Uint8Array, mark: readonly number[]): number {
  let at = bytes.length - mark.length;
  while (at >= 0 && !mark.every((byte, i) => bytes[at + i] === byte)) at--;
  return at;
}

function readNames(directory: Uint8Array): readonly string[] {
  const names: string[] = [];
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  for (let at = 0; at + ENTRY <= directory.length;) {
    const [name, extra, comment] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true)
    ) as [number, number, number];
    names.push(new TextDecoder().decode(directory.subarray(at + ENTRY, at + ENTRY + name)));
    at += ENTRY + name + extra + comment;
  }
  return names;
}
