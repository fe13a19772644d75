import type { InputConfig } from "../../config/model_config.ts";
import type { Channels, Preprocess } from "../../config/preprocess/preprocess.ts";
import type { Effects } from "../../effects.ts";
import type { SubmodelInput } from "../../onnx/write/cut.ts";
import { type Feeds, findFeeds, type ImageInput, type InputValues } from "../../onnx/input/feed.ts";
import { layoutBatch } from "../../onnx/input/photo_batch.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { toInput } from "../../raster/input.ts";
import { decodeNpy } from "../../tensor/npy/npy.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { requireLevels } from "../../jobs/input_check.ts";
import { readPixels } from "../../jobs/photo_pixels.ts";
import { createError, findReason } from "../../reason/error.ts";

type World = Pick<Effects, "files" | "images">;

/**
 * Gathers what the inputs of a cut model are fed with beside the photo: reads
 * the arrays and the other photos that the config names.
 *
 * @throws {Error} If one of them cannot be read or does not fit; the message names the input.
 */
export async function gatherFeeds(
  { onnx, given, image, preprocess }: PlannedModel,
  inputs: readonly SubmodelInput[],
  world: World,
): Promise<Feeds> {
  const values: Record<string, InputValues[string]> = {};
  const photos = new Map<string, string>();
  for (const { declared: { name } } of inputs) {
    const own = Object.hasOwn(given, name) ? given[name]! : null;
    if (own?.kind === "photo") photos.set(name, own.path);
    else if (own !== null) values[name] = await readValue(name, own, world);
  }
  const feeds = findFeeds(onnx, inputs, { values, photos: [...photos.keys()], image });
  const constants = new Map(feeds.constants);
  for (const input of feeds.photos) {
    const path = photos.get(input.name)!;
    const read = () => readPhoto(path, { preprocess, input }, world);
    constants.set(input.feed, await tryRead(input.name, path, read));
  }
  return { ...feeds, constants };
}

async function readValue(
  name: string,
  given: Exclude<InputConfig, { kind: "photo" }>,
  { files }: World,
): Promise<InputValues[string]> {
  if (given.kind === "numbers") return given.values;
  const { path } = given;
  return await tryRead(name, path, async () => decodeNpy((await files.read(path)).bytes));
}

async function readPhoto(
  path: string,
  { preprocess, input }: Pick<PlannedModel, "preprocess"> & { readonly input: ImageInput },
  { files, images }: World,
): Promise<Tensor> {
  const own = { ...preprocess, recipe: recolour(preprocess.recipe, input) };
  const { bytes } = await files.read(path);
  const pixels = await readPixels(bytes, { preprocess: own, input }, images);
  const tensor = toInput(pixels, own.recipe);
  requireLevels(tensor, input);
  return layoutBatch(tensor, input);
}

const COLOURS: Readonly<Record<number, Channels>> = { 1: "gray", 3: "RGB", 4: "RGBA" };

// A mask beside a photo, a photo beside a sketch: what each channel has alike, another number of
// channels has too.
function recolour(recipe: Preprocess, { channels: count }: ImageInput): Preprocess {
  const { mean, std } = recipe;
  if (count === null || count === mean.length) return recipe;
  const channels = COLOURS[count];
  if (channels === undefined || new Set(mean).size > 1 || new Set(std).size > 1) {
    const misfit = { given: mean.length, channels: count };
    throw createError(RangeError, { code: "channels-misfit", ...misfit });
  }
  const fill = ([first]: readonly number[]) => Array<number>(count).fill(first!);
  return { ...recipe, channels, mean: fill(mean), std: fill(std) };
}

// A file beside the photo is named with its input: no photo of the report stands for it.
async function tryRead<Value>(
  name: string,
  path: string,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    const reason = findReason(cause);
    throw createError(Error, { code: "given-unread", file: path, input: name, reason }, { cause });
  }
}
