import type { FileKind } from "./file_kind.ts";

// How many models a message names before it counts the rest.
const NAMED = 3;

/** Finds what a folder is that is named as a model, by the names in it. */
export function findFolderKind(names: readonly string[]): FileKind {
  const models = names.filter((name) => /\.onnx$/i.test(name)).sort();
  if (models.length > 0) {
    const named = models.slice(0, NAMED);
    return { code: "folder-of-models", models: named, more: models.length - named.length };
  }
  const found = KINDS.find(({ holds }) => names.some((name) => holds.test(name)));
  return found?.kind ?? { code: "folder" };
}

interface FolderKind {
  /** What the name of one entry is like. */
  readonly holds: RegExp;
  readonly kind: FileKind;
}

const KINDS: readonly FolderKind[] = [
  { holds: /^saved_model\.pb(txt)?$/, kind: { code: "saved-model-folder" } },
  { holds: /\.pdmodel$|^__model__$/, kind: { code: "paddle-folder" } },
  {
    holds: /\.safetensors$|^pytorch_model.*\.bin$|^tf_model\.h5$/,
    kind: { code: "hugging-face-folder" },
  },
  { holds: /^(Manifest\.json|model\.mil|coremldata\.bin)$/, kind: { code: "coreml-package" } },
];
