import { findFeeds, type ImageInput, type InputValues } from "../onnx/feed.ts";
import type { Model } from "../onnx/model.ts";
import { type Extent, findExtents } from "../onnx/receptive_field.ts";

/** Finds the input that takes photos before a model is cut; null where none does. */
export function surveyImage(model: Model, values: InputValues): ImageInput | null {
  const { inputs, initializers } = model.graph;
  const fed = [...inputs.values()].filter(({ name }) => !initializers.has(name));
  try {
    return findFeeds(fed.map((declared) => ({ declared, feed: declared.name })), values).image;
  } catch (error) {
    if (error instanceof TypeError) return null; // told when the model is run
    throw error;
  }
}

/** Finds the receptive fields of a model's tensors; none where no input takes photos. */
export function surveyExtents(
  model: Model,
  image: ImageInput | null,
): ReadonlyMap<string, Extent | null> {
  if (image === null) return new Map();
  const { name, height, width } = image;
  return findExtents(model, name, height !== null && width !== null ? [height, width] : null);
}
