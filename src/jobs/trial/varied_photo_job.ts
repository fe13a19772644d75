import { BLURS } from "../../analysis/trial/trial.ts";
import type { Job, Tools } from "../../effects.ts";
import { toInput } from "../../raster/input.ts";
import { type Variation, varyPhoto } from "../../raster/varied_photo.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { requireLevels } from "../input_check.ts";
import type { PhotoBytes } from "../photo_job.ts";
import { readPixels } from "../photo_pixels.ts";

/** A photo without something, as a model takes it: [channels, height, width]. */
export interface VariedPhoto {
  /** Without its colours; null where it has none. */
  readonly grey: Tensor | null;
  /** Without its details; null where it has none. */
  readonly blurred: Tensor | null;
}

/** Decodes a photo and makes it the input of a model in other ways than as it is. */
export const variedPhotoJob: Job<PhotoBytes, VariedPhoto> = {
  name: "varied photo",
  work: workVaried,
};

async function workVaried(
  { bytes, preprocess, input }: PhotoBytes,
  { images }: Tools,
): Promise<VariedPhoto> {
  const pixels = await readPixels(bytes, { preprocess, input }, images);
  const vary = (variation: Variation): Tensor | null => {
    const varied = varyPhoto(pixels, variation);
    if (varied === null) return null;
    const tensor = toInput(varied, preprocess.recipe);
    requireLevels(tensor, input);
    return tensor;
  };
  return {
    grey: vary({ kind: "grey" }),
    blurred: vary({ kind: "blurred", deviation: BLURS.fine.deviation }),
  };
}
