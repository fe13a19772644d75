import type { FileKind } from "./file_kind.ts";

// What names one file by its hash and place, in a few lines.
const LONGEST = 1024; // bytes

/** Finds what bytes stand for, in place of a file that is kept elsewhere; null where they do not. */
export function findPointer(bytes: Uint8Array): FileKind | null {
  return findPointerKind(new TextDecoder().decode(bytes.subarray(0, LONGEST)));
}

/** Finds what a text stands for, in place of a file that is kept elsewhere; null for another text. */
export function findPointerKind(text: string): FileKind | null {
  if (LFS.test(text)) return describePointer(text);
  return POINTERS.find(({ looks }) => looks.test(text))?.kind ?? null;
}

const LFS = /^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//;

function describePointer(text: string): FileKind {
  const size = /^size (\d+)$/m.exec(text)?.[1];
  return { code: "git-lfs", bytes: size === undefined ? null : Number(size) };
}

const POINTERS: readonly { readonly looks: RegExp; readonly kind: FileKind }[] = [
  { looks: /^(\.\.\/)*\.git\/annex\/|^\/annex\/objects\//, kind: { code: "git-annex" } },
  { looks: /^(outs:\s|md5: )/, kind: { code: "dvc" } },
];
