import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import { photoJob } from "../jobs/photo_job.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { DatasetFiles } from "./dataset_files.ts";

/** What photos are read with. */
export interface PhotoReader {
  readonly model: PlannedModel;
  readonly input: ImageInput;
  readonly files: DatasetFiles;
  readonly crew: Effects["crew"];
}

/** Loads a photo as a model takes it: [channels, height, width]. */
export async function loadInput(
  photo: PlacedPhoto,
  { model: { preprocess }, input, files, crew }: PhotoReader,
): Promise<Tensor> {
  return await crew.do(photoJob, { bytes: await files.read(photo), preprocess, input });
}
