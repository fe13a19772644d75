import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import type { ImageInput } from "../onnx/input/feed.ts";
import { photoJob } from "../jobs/photo_job.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { doAhead } from "./ahead.ts";
import type { DatasetFiles } from "./dataset_files.ts";

/** A photo as a model takes it. */
export interface ReadPhoto {
  readonly photo: PlacedPhoto;
  /** [channels, height, width]. */
  readonly input: Tensor;
}

/** A photo that cannot be read. */
export interface UnreadPhoto {
  readonly photo: PlacedPhoto;
  readonly error: unknown;
}

/** What photos are read with. */
export interface PhotoReader {
  readonly model: PlannedModel;
  readonly input: ImageInput;
  readonly files: DatasetFiles;
  readonly crew: Effects["crew"];
}

/**
 * Reads photos, some ahead, and gives them in batches of at most so many of one size, in their order;
 * those that cannot be read stand by themselves.
 */
export async function* batchPhotos(
  photos: readonly PlacedPhoto[],
  most: number,
  reader: PhotoReader,
): AsyncGenerator<readonly ReadPhoto[] | UnreadPhoto> {
  const ahead = most + 2 * reader.crew.breadth;
  let batch: ReadPhoto[] = [];
  for await (const read of doAhead(photos, ahead, (photo) => readPhoto(photo, reader))) {
    if ("error" in read) {
      yield read;
      continue;
    }
    const isFull = batch.length === most;
    if (batch.length > 0 && (isFull || !fits(read, batch[0]!))) {
      yield batch;
      batch = [];
    }
    batch.push(read);
  }
  if (batch.length > 0) yield batch;
}

function fits({ input }: ReadPhoto, { input: first }: ReadPhoto): boolean {
  return String(input.dims) === String(first.dims);
}

async function readPhoto(
  photo: PlacedPhoto,
  { model: { preprocess }, input, files, crew }: PhotoReader,
): Promise<ReadPhoto | UnreadPhoto> {
  try {
    const bytes = await files.read(photo);
    return { photo, input: await crew.do(photoJob, { bytes, preprocess, input }) };
  } catch (error) {
    return { photo, error };
  }
}
