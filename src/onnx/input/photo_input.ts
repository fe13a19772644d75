import type { Model } from "../graph/model.ts";
import { findImageInput, type ImageInput } from "./feed.ts";

/** A model and its input that takes photos; null where none does. */
interface PhotoModel {
  readonly onnx: Model;
  readonly image: string | null;
}

/** Describes the input of a whole model that takes photos; null where none does. */
export function findPhotoInput({ onnx, image }: PhotoModel): ImageInput | null {
  const declared = image === null ? undefined : onnx.graph.inputs.get(image);
  if (declared === undefined) return null;
  return findImageInput(onnx, [{ declared, feed: declared.name }], { image });
}
