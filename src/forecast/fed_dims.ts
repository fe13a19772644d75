import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import type { FoundPhoto } from "../plan/plan.ts";
import { layoutImage } from "../raster/image_layout.ts";

/** The size of a photo, or the dims of an array. */
export type FedExtent = Pick<FoundPhoto, "width" | "height" | "dims">;

/** Finds the dims that a photo or an array is fed in. */
export function findFedDims(
  { dims, ...photo }: FedExtent,
  recipe: Preprocess,
  image: ImageInput,
): readonly number[] {
  if (dims !== null) return dims;
  const { width, height } = layoutImage(photo, recipe, image);
  const sizes: Readonly<Record<string, number>> = {
    N: image.batch,
    C: recipe.mean.length,
    H: height,
    W: width,
  };
  return [...image.layout ?? "NCHW"].map((letter) => sizes[letter]!);
}
