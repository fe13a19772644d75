import type { Job, Tools } from "../../effects.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import { layoutPhotos } from "../../onnx/input/photo_batch.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { ValueCounts } from "../../tally/value_counts.ts";
import { freeBytes } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { holdNetwork, type LoadedNetwork, type Network } from "./network.ts";
import { photoJob } from "../photo_job.ts";
import { type MapsTally, type PhotoTally, readCounts, tallyMaps } from "./tallied_maps.ts";

/** Photos in their files, and what they run through. */
export interface PhotosInput extends Pick<PlannedModel, "preprocess"> {
  readonly photos: readonly Uint8Array[];
  readonly network: Network;
  /** The outputs that are tallied, by layer; null where one has none. */
  readonly outputs: readonly (string | null)[];
  readonly input: ImageInput;
  /** How many photos run at once. */
  readonly batch: number;
}

/** What is told of photos. */
export interface PhotosTally extends Pick<MapsTally, "counts"> {
  readonly photos: readonly PhotoOutcome[];
}

/** What a photo gave, or why it is not read or run. */
export type PhotoOutcome =
  | { readonly kind: "tallied"; readonly layers: PhotoTally }
  | { readonly kind: "unread" | "unrun"; readonly reason: Reason };

/**
 * Reads photos, runs them through a network and tallies its maps: what a thread does by itself, so that
 * no maps go from one to the other.
 */
export const tallyJob: Job<PhotosInput, PhotosTally> = { name: "tally", work: tallyPhotos };

async function tallyPhotos(order: PhotosInput, tools: Tools): Promise<PhotosTally> {
  const { photos, network, outputs, batch } = order;
  const loaded = await holdNetwork(network, tools.runtime);
  const outcomes: PhotoOutcome[] = [];
  const counts = outputs.map((): ValueCounts | null => null);
  const inputs: ReadInput[] = [];
  for (const [place, bytes] of photos.entries()) {
    const read = await readPhoto(bytes, order, tools);
    if ("reason" in read) outcomes[place] = read;
    else inputs.push({ place, input: read });
  }
  for (const group of divideBatches(inputs, batch)) {
    const found = await runBatch(group, { ...order, loaded, counts });
    group.forEach(({ place, input }, i) => {
      outcomes[place] = found[i]!;
      freeBytes(input.data);
    });
  }
  return { photos: outcomes, counts: readCounts(counts) };
}

/** A photo as the network takes it, and its place among those of the job. */
interface ReadInput {
  readonly place: number;
  readonly input: Tensor;
}

async function readPhoto(
  bytes: Uint8Array,
  { preprocess, input }: PhotosInput,
  tools: Tools,
): Promise<Tensor | PhotoOutcome & { readonly kind: "unread" | "unrun" }> {
  try {
    return await photoJob.work({ bytes, preprocess, input }, tools);
  } catch (error) {
    return { kind: "unread", reason: findReason(error) };
  }
}

// Photos that run at once are of one size.
function divideBatches(inputs: readonly ReadInput[], most: number): ReadInput[][] {
  const batches: ReadInput[][] = [];
  for (const read of inputs) {
    const last = batches.at(-1);
    const fits = last !== undefined && last.length < most &&
      String(last[0]!.input.dims) === String(read.input.dims);
    if (fits) last.push(read);
    else batches.push([read]);
  }
  return batches;
}

/** What a batch runs through, and where its values are counted. */
interface BatchRun extends PhotosInput {
  readonly loaded: LoadedNetwork;
  readonly counts: (ValueCounts | null)[];
}

// Batches are always full, so that what a photo gives does not depend on those beside it. One that
// fails is run again photo by photo, as a single one may be at fault.
async function runBatch(reads: readonly ReadInput[], run: BatchRun): Promise<PhotoOutcome[]> {
  const { loaded, input: image, outputs, counts, batch } = run;
  try {
    const photos = reads.map(({ input }) => input);
    const fed = layoutPhotos(photos, image, batch);
    const found = await loaded.run(image.feed, fed, (given): PhotoOutcome[] => {
      const maps = outputs.map((name) => name === null ? null : given.get(name) ?? null);
      return tallyMaps(maps, { photos: reads.length, fed: batch }, counts)
        .map((layers) => ({ kind: "tallied", layers }));
    });
    if (fed.data !== photos[0]!.data) freeBytes(fed.data);
    return found;
  } catch (error) {
    if (reads.length === 1) return [{ kind: "unrun", reason: findReason(error) }];
    const singles: PhotoOutcome[] = [];
    for (const read of reads) singles.push(...await runBatch([read], run));
    return singles;
  }
}
