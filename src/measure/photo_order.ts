import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects } from "../effects.ts";
import type { MapsTally } from "../jobs/tally/tallied_maps.ts";
import { type PhotoOutcome, type PhotosInput, tallyJob } from "../jobs/tally/tally_job.ts";
import { findReason } from "../reason/error.ts";
import { freeOwnBytes } from "../tensor/freed_bytes.ts";
import type { DatasetFiles } from "./dataset_files.ts";

// What goes between threads for each job is a small part of what it takes, and what photos wait for
// each other is short.
const PHOTOS = 8;

// Of files that wait to be read by whoever is free.
const MOST_BYTES = 1 << 24;

/**
 * Divides photos into those that are measured in one go, in their order: whole batches of them, as far
 * as their files are small.
 *
 * @param batch How many run at once.
 */
export function divideOrders(photos: readonly PlacedPhoto[], batch: number): PlacedPhoto[][] {
  const most = batch * Math.max(1, Math.floor(PHOTOS / batch));
  const orders: PlacedPhoto[][] = [];
  let bytes = 0;
  for (const photo of photos) {
    const last = orders.at(-1);
    bytes += photo.bytes;
    if (last !== undefined && last.length < most && bytes <= MOST_BYTES) last.push(photo);
    else {
      orders.push([photo]);
      bytes = photo.bytes;
    }
  }
  return orders;
}

/** What photos are measured with. */
export interface OrderTools {
  readonly files: DatasetFiles;
  readonly crew: Effects["crew"];
  /** What they run through. */
  readonly run: Omit<PhotosInput, "photos">;
}

/** What photos gave. */
export interface DoneOrder extends Pick<MapsTally, "counts"> {
  readonly photos: readonly { readonly photo: PlacedPhoto; readonly outcome: PhotoOutcome }[];
}

/** Reads the files of photos and has some thread measure them. */
export async function doOrder(
  photos: readonly PlacedPhoto[],
  { files, crew, run }: OrderTools,
): Promise<DoneOrder> {
  const read: { photo: PlacedPhoto; bytes: Uint8Array }[] = [];
  const done: { photo: PlacedPhoto; outcome: PhotoOutcome }[] = [];
  for (const photo of photos) {
    try {
      read.push({ photo, bytes: await files.read(photo) });
    } catch (error) {
      done.push({ photo, outcome: { kind: "unread", reason: findReason(error) } });
    }
  }
  try {
    const order = { ...run, photos: read.map(({ bytes }) => bytes) };
    const { photos: outcomes, counts } = await crew.do(tallyJob, order);
    done.push(...read.map(({ photo }, i) => ({ photo, outcome: outcomes[i]! })));
    // Part of an archive may be shown of what is kept.
    for (const { bytes } of read) freeOwnBytes(bytes);
    return { photos: done, counts };
  } catch (error) { // of the thread, or of what it has not loaded
    const outcome = { kind: "unrun", reason: findReason(error) } as const;
    return { photos: [...done, ...read.map(({ photo }) => ({ photo, outcome }))], counts: [] };
  }
}
