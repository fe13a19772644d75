import { parsePreprocess } from "../config/parse.ts";
import type { PreprocessInput } from "../config/preprocess/preprocess_input.ts";
import type { PresetName } from "../config/preprocess/presets.ts";
import { imageCodec } from "../host/photo/image_codec.ts";
import "../host/photo/limited_formats.ts";
import { fitPhoto } from "../raster/fitted_photo.ts";
import { layoutImage, type OpenSize } from "../raster/image_layout.ts";
import { seenBy, toInput } from "../raster/input.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * Turns a photo into a network's input: resized byte for byte as Pillow does, from
 * the levels that its file stores unless the recipe has its profile converted.
 *
 * @param photo The bytes of a JPEG, PNG, WebP, AVIF, GIF or TIFF file.
 * @param recipe A preset, or an object as the config has it.
 * @param size The width and height in pixels that the network takes; null for
 * the photo's own. Used where the recipe has neither `resize` nor `crop`.
 * @returns The input [channels, height, width]: (level × rescale − mean) ÷ std.
 * @throws {TypeError} If the recipe has mistakes; all are listed.
 * @throws {Error} If the bytes are no image that sharp reads.
 *
 * @example As torchvision's AlexNet takes it
 * ```ts
 * import { preprocess } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const photo = await Deno.readFile("fixtures/scenes/balloons.png");
 * const input = await preprocess(photo, "imagenet");
 * assert.deepEqual(input.dims, [3, 224, 224]);
 * ```
 */
export async function preprocess(
  photo: Uint8Array,
  recipe: PresetName | PreprocessInput,
  size: OpenSize = { width: null, height: null },
): Promise<Tensor> {
  const choice = parsePreprocess(recipe);
  if (choice.kind !== "recipe") {
    const name = choice.kind === "auto" ? "auto" : choice.path;
    throw new TypeError(`Cannot preprocess photo: "${name}" is no recipe; name a preset`);
  }
  const pixels = await imageCodec.readPixels(photo, choice.recipe.profile);
  const layout = layoutImage(pixels, choice.recipe, size);
  return toInput(fitPhoto(seenBy(pixels, choice.recipe), layout), choice.recipe);
}
