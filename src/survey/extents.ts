import { findFeeds, type InputValues } from "../onnx/feed.ts";
import type { Model } from "../onnx/model.ts";
import { type Extent, findExtents } from "../onnx/receptive_field.ts";

/** Finds the receptive fields of a model's tensors; none where no input takes a photo. */
export function surveyExtents(
  model: Model,
  values: InputValues,
): ReadonlyMap<string, Extent | null> {
  const { inputs, initializers } = model.graph;
  const fed = [...inputs.values()].filter(({ name }) => !initializers.has(name));
  try {
    const { image } = findFeeds(fed.map((declared) => ({ declared, feed: declared.name })), values);
    const { name, height, width } = image;
    return findExtents(model, name, height !== null && width !== null ? [height, width] : null);
  } catch (error) {
    if (error instanceof TypeError) return new Map(); // told when the model is run
    throw error;
  }
}
