import type { Job, Tools } from "../effects.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import type { PlannedModel } from "../plan/plan.ts";
import { toInput } from "../raster/input.ts";
import { freeBytes } from "../tensor/freed_bytes.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { requireLevels } from "./input_check.ts";
import { readPixels } from "./photo_pixels.ts";

/** The bytes of a photo, and how a model takes it. */
export interface PhotoBytes extends Pick<PlannedModel, "preprocess"> {
  readonly bytes: Uint8Array;
  readonly input: ImageInput;
}

/** Decodes a photo and makes it the input of a model: [channels, height, width]. */
export const photoJob: Job<PhotoBytes, Tensor> = { name: "photo", work: workPhoto };

async function workPhoto(
  { bytes, preprocess, input }: PhotoBytes,
  { images }: Tools,
): Promise<Tensor> {
  const pixels = await readPixels(bytes, { preprocess, input }, images);
  const tensor = toInput(pixels, preprocess.recipe);
  freeBytes(pixels.data);
  requireLevels(tensor, input);
  return tensor;
}
