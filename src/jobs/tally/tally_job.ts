import type { Job, Tools } from "../../effects.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import { layoutPhotos } from "../../onnx/input/photo_batch.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { ValueCounts } from "../../tally/value_counts.ts";
import { freeBytes } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { holdNetwork, type LoadedNetwork, type Network, pickOutputs } from "./network.ts";
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
  const loaded = await holdNetwork(order.network, tools.runtime);
  const counts = order.outputs.map((): ValueCounts | null => null);
  const outcomes: PhotoOutcome[] = [];
  let group: ReadInput[] = [];
  const runGroup = async (): Promise<void> => {
    const found = await runBatch(group, { ...order, loaded, counts });
    for (const [i, { place, input }] of group.entries()) {
      outcomes[place] = found[i]!;
      freeBytes(input.data);
    }
    group = [];
  };
  for await (const { place, read } of readPhotos(order, tools)) {
    if ("reason" in read) outcomes[place] = read;
    else {
      if (!isLike(read, group)) await runGroup();
      group.push({ place, input: read });
      if (group.length === order.batch) await runGroup();
    }
  }
  if (group.length > 0) await runGroup();
  const found = readCounts(counts);
  for (const own of counts) if (own !== null) freeBytes(own.slots);
  return { photos: outcomes, counts: found };
}

/** A photo as the network takes it, or why it is not read. */
type PhotoReading = Tensor | PhotoOutcome & { readonly kind: "unread" | "unrun" };

// While one runs the next is decoded, which is done in another thread.
async function* readPhotos(
  order: PhotosInput,
  tools: Tools,
): AsyncGenerator<{ readonly place: number; readonly read: PhotoReading }> {
  const { photos } = order;
  let next = photos.length > 0 ? readPhoto(photos[0]!, order, tools) : null;
  try {
    for (let place = 0; next !== null; place++) {
      const read: PhotoReading = await next;
      next = place + 1 < photos.length ? readPhoto(photos[place + 1]!, order, tools) : null;
      yield { place, read };
    }
  } finally {
    await next; // where photos are no longer wanted: their bytes are given back when the job ends
  }
}

// Photos that run at once are of one size.
function isLike({ dims }: Tensor, [first]: readonly ReadInput[]): boolean {
  return first === undefined || String(first.input.dims) === String(dims);
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
): Promise<PhotoReading> {
  try {
    return await photoJob.work({ bytes, preprocess, input }, tools);
  } catch (error) {
    return { kind: "unread", reason: findReason(error) };
  }
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
      return tallyMaps(pickOutputs(given, outputs), { photos: reads.length, fed: batch }, counts)
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
