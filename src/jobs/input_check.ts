import { findUnfit, type ImageInput } from "../onnx/input/feed.ts";
import { requireSpace } from "../onnx/input/photo_batch.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { Size } from "../raster/raster.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { createError } from "../reason/error.ts";

/** Makes sure that a photo comes to the size and the channels that the model takes. */
export function requireSize(
  { width, height }: Size,
  { name, recipe }: PlannedModel["preprocess"],
  input: ImageInput,
): void {
  requireSpace(input);
  const gives = { channels: recipe.mean.length, width, height };
  const takes = {
    channels: input.channels ?? gives.channels,
    width: input.width ?? width,
    height: input.height ?? height,
  };
  if (JSON.stringify(takes) === JSON.stringify(gives)) return;
  const misfit = { input: input.name, preprocess: name, gives, takes };
  throw createError(RangeError, { code: "preprocess-misfit", ...misfit });
}

/** Makes sure that an input of whole numbers gets such. */
export function requireLevels(
  { data }: Tensor,
  { name, levels }: ImageInput,
  giver: "preprocess" | "the array" = "preprocess",
): void {
  if (levels === null) return;
  const unfit = findUnfit(data, levels);
  if (unfit === undefined) return;
  throw createError(RangeError, {
    code: giver === "preprocess" ? "levels-misfit" : "array-levels-misfit",
    ...{ input: name, ...levels, found: unfit },
  });
}
