/** What a file or folder is that is no ONNX model. */
export interface FileKind {
  /** What it is, such as `a Git LFS pointer`. */
  readonly what: string;
  /** What to do to have the model. */
  readonly advice: string;
}

/** Says in one line what a file or folder is, and what to do. */
export function describeKind({ what, advice }: FileKind): string {
  return `it is ${what}; ${advice}`;
}

/** Where no tool is known that makes ONNX of a kind. */
export const ORIGIN_ADVICE = "export the model that it was made from to ONNX";

/** What gives a model from weights of PyTorch. */
export const TORCH_ADVICE = "it holds weights without a graph: load it into its model, then " +
  '`torch.onnx.export(model, torch.rand(1, 3, 224, 224), "model.onnx")`';

/** What gives a model from a SavedModel of TensorFlow. */
export const SAVED_MODEL_ADVICE =
  "`python -m tf2onnx.convert --saved-model DIR --output model.onnx`";
