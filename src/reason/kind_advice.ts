/** Where no tool is known that makes ONNX of a kind. */
export const ORIGIN_ADVICE = "export the model that it was made from to ONNX";

/** Where photos stand. */
export const PHOTO_ADVICE = 'photos stand in "images" of the config, models in "models"';

/** What gives a model from weights of PyTorch. */
export const TORCH_ADVICE = "it holds weights without a graph: load it into its model, then " +
  '`torch.onnx.export(model, torch.rand(1, 3, 224, 224), "model.onnx")`';

/** What gives a model from a SavedModel of TensorFlow. */
export const SAVED_MODEL_ADVICE =
  "`python -m tf2onnx.convert --saved-model DIR --output model.onnx`";

/** What gives a model from one of PaddlePaddle. */
export const PADDLE_ADVICE = "`paddle2onnx --model_dir DIR --model_filename FILE " +
  "--params_filename PARAMS --save_file model.onnx`";
