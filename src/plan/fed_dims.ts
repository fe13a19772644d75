import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import { layoutImage } from "../raster/image_layout.ts";
import type { Size } from "../raster/raster.ts";

/** The size of a photo, or the dims of an array. */
export interface FedExtent extends Size {
  /** Null for a photo. */
  readonly dims: readonly number[] | null;
}

/** Finds the dims that a photo or an array is fed in. */
export function findFedDims(
  { dims, ...photo }: FedExtent,
  recipe: Preprocess,
  image: ImageInput,
): readonly number[] {
  return dims ?? layoutDims(image, recipe, layoutImage(photo, recipe, image));
}

/** Lays out the dims of an input that is fed with a photo of a size. */
export function layoutDims(
  { batch, layout }: ImageInput,
  recipe: Preprocess,
  { width, height }: Size,
): readonly number[] {
  const sizes: Readonly<Record<string, number>> = {
    N: batch,
    C: recipe.mean.length,
    H: height,
    W: width,
  };
  return [...layout ?? "NCHW"].map((letter) => sizes[letter]!);
}
