import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import { type TrialInput, trialJob } from "../jobs/trial/trial_job.ts";
import { type PhotoDependences, type RunNetwork, tryPhoto } from "../jobs/trial/tried_photo.ts";
import { readVaried } from "../jobs/trial/varied_photo.ts";
import { findReason } from "../reason/error.ts";
import { freeOwnBytes, freeTensors } from "../tensor/freed_bytes.ts";
import type { TappedModel } from "../visit/photo/tapped_model.ts";
import { doAhead } from "./ahead.ts";
import { type DatasetFiles, isLost } from "./dataset_files.ts";

/**
 * On how many photos colours and details are taken away: evenly spread over all, chosen before any is
 * seen, of those that are kept for themselves.
 */
export const TRIED = 32;

// Of files that wait to be read by whoever is free.
const AHEAD = 4;

/** What photos are tried with. */
export interface TrialTools extends Pick<Effects, "crew" | "images"> {
  readonly files: DatasetFiles;
  /** What they run through. */
  readonly run: Omit<TrialInput, "bytes">;
  /** The same in this thread: where the runtime does not run all of it, the layers that it can. */
  readonly tapped: TappedModel;
}

/** A photo, and how much of each map goes without its colours and without its details, by layer. */
export interface PhotoTrial {
  readonly photo: PlacedPhoto;
  /** None where the photo fails when something is taken away. */
  readonly layers: PhotoDependences;
}

/**
 * Has threads feed photos again without their colours, and without their details, and measure how much
 * of each map goes.
 *
 * @throws {Error} If a photo is not there any more.
 */
export async function* tryPhotos(
  photos: readonly PlacedPhoto[],
  tools: TrialTools,
): AsyncGenerator<PhotoTrial> {
  const begin = async (photo: PlacedPhoto) => ({ photo, layers: await tryThere(photo, tools) });
  for await (const { photo, layers } of doAhead(photos, AHEAD, begin)) {
    yield { photo, layers: layers ?? await tryHere(photo, tools) };
  }
}

// Null where that fails: why is found in this thread.
async function tryThere(
  photo: PlacedPhoto,
  { files, crew, run }: TrialTools,
): Promise<PhotoDependences | null> {
  try {
    const bytes = await files.read(photo);
    const layers = await crew.do(trialJob, { ...run, bytes });
    freeOwnBytes(bytes); // part of an archive may be shown of what is kept
    return layers;
  } catch {
    return null;
  }
}

// A photo that fails when something was taken away is measured as it is, and not tried.
async function tryHere(
  photo: PlacedPhoto,
  { files, images, run: { preprocess, input }, tapped }: TrialTools,
): Promise<PhotoDependences> {
  const run: RunNetwork = async (batch, use) => {
    const layers = await tapped.run(batch);
    const found = use(layers);
    freeTensors(layers);
    return found;
  };
  try {
    const bytes = await files.read(photo);
    return await tryPhoto(await readVaried({ bytes, preprocess, input }, { images }), input, run);
  } catch (error) {
    if (isLost(findReason(error))) throw error;
    return [];
  }
}
