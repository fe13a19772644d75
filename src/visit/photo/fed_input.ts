import { layoutBatch } from "../../onnx/input/photo_batch.ts";
import type { PlannedPhoto } from "../../plan/plan.ts";
import { paintArray } from "../../raster/array_picture.ts";
import { toInput } from "../../raster/input.ts";
import type { Raster } from "../../raster/raster.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { readArray } from "./array_input.ts";
import { requireLevels } from "../../jobs/input_check.ts";
import type { LoadedModel } from "./loaded_model.ts";
import { readPixels } from "../../jobs/photo_pixels.ts";
import type { SeenInput } from "./seen_input.ts";
import type { Visit } from "../visit.ts";

/** A photo or an array, as a network takes it. */
export interface FedInput {
  /** What the input is fed with. */
  readonly batch: Tensor;
  /** How many copies of one sample that is. */
  readonly copies: number;
  /** The first of the batch [channels, …space]. */
  readonly input: Tensor;
  readonly seen: SeenInput;
  /** The photo that maps are compared with; null for an array. */
  readonly photo: Raster | null;
}

/** Reads a photo or an array of a report as a network takes it. */
export async function readInput(
  { path, dims }: PlannedPhoto,
  { model: { preprocess }, feeds }: Pick<LoadedModel, "model" | "feeds">,
  { effects: { files, images } }: Visit,
): Promise<FedInput> {
  const { bytes } = await files.read(path);
  if (dims !== null) {
    const { batch, copies, sample } = readArray(bytes, feeds.image);
    const { raster, description } = paintArray(sample);
    const seen = { raster, description, dims: batch.dims };
    return { batch, copies, input: sample, seen, photo: null };
  }
  const photo = await readPixels(bytes, { preprocess, input: feeds.image }, images);
  const input = toInput(photo, preprocess.recipe);
  requireLevels(input, feeds.image);
  const size = `${photo.width} x ${photo.height} pixels`;
  const description = `Resized and cropped to ${size}, not yet scaled`;
  const seen = { raster: photo, description, dims: null };
  const copies = feeds.image.batch;
  return { batch: layoutBatch(input, feeds.image), copies, input, seen, photo };
}
