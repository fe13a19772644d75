import type { ConvLayer } from "../onnx/conv_layer.ts";
import { findFedInputs, listFedInputs } from "../onnx/cut.ts";
import { type FeedOptions, findImageInput, type ImageInput } from "../onnx/feed.ts";
import type { Model } from "../onnx/model.ts";
import { type Extent, findExtents } from "../onnx/receptive_field.ts";

/** What is known of a model's inputs, and which layers are drawn; by default all. */
export interface ImageOptions extends FeedOptions {
  readonly layers?: readonly ConvLayer[];
}

/** Finds the input that takes photos before a model is cut; null where none does. */
export function surveyImage(model: Model, options: ImageOptions): ImageInput | null {
  const tapped = options.layers?.flatMap(({ tap }) => tap ?? []) ?? [];
  const inputs = tapped.length > 0 ? findFedInputs(model, tapped) : listFedInputs(model);
  return findImageInput(
    model,
    inputs.map((declared) => ({ declared, feed: declared.name })),
    options,
  );
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
