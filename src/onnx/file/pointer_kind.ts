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
  return POINTERS.find(({ looks }) => looks.test(text)) ?? null;
}

const LFS = /^version https:\/\/(git-lfs|hawser)\.github\.com\/spec\//;

function describePointer(text: string): FileKind {
  const size = /^size (\d+)$/m.exec(text)?.[1];
  const bytes = size === undefined ? "" : `, of ${size} bytes`;
  return { what: "a Git LFS pointer", advice: `\`git lfs pull\` gets the file itself${bytes}` };
}

const POINTERS: readonly (FileKind & { readonly looks: RegExp })[] = [
  {
    looks: /^(\.\.\/)*\.git\/annex\/|^\/annex\/objects\//,
    what: "a pointer of git-annex",
    advice: "`git annex get FILE` gets the file itself",
  },
  {
    looks: /^(outs:\s|md5: )/,
    what: "a pointer of DVC",
    advice: "`dvc pull FILE` gets the file itself",
  },
];
