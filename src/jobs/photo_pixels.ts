import type { Effects } from "../effects.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import type { PlannedModel } from "../plan/plan.ts";
import { fitPhoto } from "../raster/fitted_photo.ts";
import { seenBy } from "../raster/input.ts";
import { layoutImage } from "../raster/image_layout.ts";
import type { Raster } from "../raster/raster.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import { requireSize } from "./input_check.ts";

/** Reads a photo as the pixels that a model's input takes, grey where it reads grey. */
export async function readPixels(
  bytes: Uint8Array,
  { preprocess, input }: {
    readonly preprocess: PlannedModel["preprocess"];
    readonly input: ImageInput;
  },
  images: Effects["images"],
): Promise<Raster> {
  const { recipe } = preprocess;
  const pixels = await images.readPixels(bytes, recipe.profile);
  const layout = layoutImage(pixels, recipe, input);
  requireSize(layout, preprocess, input);
  const seen = seenBy(pixels, recipe);
  const fitted = fitPhoto(seen, layout);
  for (const { data } of [pixels, seen]) if (data.buffer !== fitted.data.buffer) freeBytes(data);
  return fitted;
}
