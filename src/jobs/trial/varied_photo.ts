import { BLURS } from "../../analysis/trial/trial.ts";
import type { Tools } from "../../effects.ts";
import { toInput } from "../../raster/input.ts";
import type { Raster } from "../../raster/raster.ts";
import { type Variation, varyPhoto } from "../../raster/varied_photo.ts";
import { freeBytes } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { requireLevels } from "../input_check.ts";
import type { PhotoBytes } from "../photo_job.ts";
import { readPixels } from "../photo_pixels.ts";

/** A photo as it is and without something, as a model takes it: [channels, height, width]. */
export interface VariedPhoto {
  readonly whole: Tensor;
  /** Without its colours; null where it has none. */
  readonly grey: Tensor | null;
  /** Without its details; null where it has none. */
  readonly blurred: Tensor | null;
}

/** Decodes a photo once and makes it the input of a model, as it is and in other ways. */
export async function readVaried(
  { bytes, preprocess, input }: PhotoBytes,
  { images }: Pick<Tools, "images">,
): Promise<VariedPhoto> {
  const pixels = await readPixels(bytes, { preprocess, input }, images);
  const take = (levels: Raster): Tensor => {
    const tensor = toInput(levels, preprocess.recipe);
    requireLevels(tensor, input);
    return tensor;
  };
  const vary = (variation: Variation): Tensor | null => {
    const varied = varyPhoto(pixels, variation);
    const tensor = varied && take(varied);
    if (varied !== null) freeBytes(varied.data);
    return tensor;
  };
  const photo = {
    whole: take(pixels),
    grey: vary({ kind: "grey" }),
    blurred: vary({ kind: "blurred", deviation: BLURS.fine.deviation }),
  };
  freeBytes(pixels.data);
  return photo;
}
