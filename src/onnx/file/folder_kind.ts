import { type FileKind, ORIGIN_ADVICE, SAVED_MODEL_ADVICE } from "./file_kind.ts";

/** Finds what a folder is that is named as a model, by the names in it. */
export function findFolderKind(names: readonly string[]): FileKind {
  const models = names.filter((name) => /\.onnx$/i.test(name)).sort();
  if (models.length > 0) {
    const listed = models.slice(0, 3).map((name) => `"${name}"`).join(", ");
    const more = models.length > 3 ? ` and ${models.length - 3} more` : "";
    return { what: `a folder with ${listed}${more}`, advice: "name the file in it" };
  }
  return KINDS.find(({ holds }) => names.some((name) => holds.test(name))) ??
    { what: "a folder", advice: "name a .onnx file" };
}

interface FolderKind extends FileKind {
  /** What the name of one entry is like. */
  readonly holds: RegExp;
}

const KINDS: readonly FolderKind[] = [
  {
    holds: /^saved_model\.pb(txt)?$/,
    what: "the folder of a TensorFlow SavedModel",
    advice: SAVED_MODEL_ADVICE,
  },
  {
    holds: /\.pdmodel$|^__model__$/,
    what: "the folder of a model of PaddlePaddle",
    advice: "`paddle2onnx --model_dir DIR --model_filename FILE --params_filename PARAMS " +
      "--save_file model.onnx`",
  },
  {
    holds: /\.safetensors$|^pytorch_model.*\.bin$|^tf_model\.h5$/,
    what: "the folder of a Hugging Face model",
    advice: "`optimum-cli export onnx --model DIR OUT` writes OUT/model.onnx",
  },
  {
    holds: /^(Manifest\.json|model\.mil|coremldata\.bin)$/,
    what: "a Core ML package",
    advice: ORIGIN_ADVICE,
  },
];
