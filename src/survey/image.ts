import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import { findFedInputs, listFedInputs } from "../onnx/write/cut.ts";
import { type FeedOptions, findImageInput, type ImageInput } from "../onnx/input/feed.ts";
import type { Model } from "../onnx/graph/model.ts";

/** What is known of a model's inputs and layers before it is run. */
export interface ImageOptions extends Pick<FeedOptions, "image"> {
  /** The inputs that are given something else. */
  readonly taken?: readonly string[];
  /** The layers that are drawn; by default all. */
  readonly layers?: readonly ConvLayer[];
}

/** Finds the input that takes photos before a model is cut; null where none does. */
export function surveyImage(
  model: Model,
  { image = null, taken = [], layers }: ImageOptions,
): ImageInput | null {
  const tapped = layers?.flatMap(({ tap }) => tap ?? []) ?? [];
  const inputs = tapped.length > 0 ? findFedInputs(model, tapped) : listFedInputs(model);
  return findImageInput(
    model,
    inputs.map((declared) => ({ declared, feed: declared.name })),
    { image, photos: taken },
  );
}
