import type { DatasetPhoto } from "./dataset.ts";

/** A part of a dataset: one of so many, counted from 1. */
export interface Shard {
  /** Which one. */
  readonly part: number;
  /** Of how many. */
  readonly of: number;
}

/** All photos in one part. */
export const ONLY_SHARD: Shard = { part: 1, of: 1 };

/** A photo, and its place in the whole list. */
export interface PlacedPhoto extends DatasetPhoto {
  readonly place: number;
}

/**
 * Chooses the photos of a part: neighbours in the list, so that an archive is read in one go, and in
 * all parts about as many bytes. A photo belongs to the part in which its middle byte lies.
 */
export function takeShard(photos: readonly DatasetPhoto[], { part, of }: Shard): PlacedPhoto[] {
  const total = photos.reduce((sum, photo) => sum + weigh(photo), 0);
  let before = 0;
  return photos.map((photo, place) => {
    const middle = before + weigh(photo) / 2;
    before += weigh(photo);
    return { ...photo, place, part: Math.floor(middle / total * of) + 1 };
  }).filter((photo) => photo.part === part);
}

// One that is not there is to be told by a part too.
function weigh({ bytes }: DatasetPhoto): number {
  return Math.max(1, bytes);
}
