import { createHash } from "node:crypto";
import type { DatasetFacts } from "../tally/tally.ts";

/** A photo of a dataset, which is not read yet. */
export interface DatasetPhoto {
  /** Its path as messages and pages call it; within an archive behind that one's path. */
  readonly path: string;
  /** How many bytes it takes. */
  readonly bytes: number;
  /** The place of its label; null where it has none. */
  readonly label: number | null;
  /** The file that holds it. */
  readonly file: string;
  /** Where it begins within an archive; null for a file of its own. */
  readonly start: number | null;
}

/** The photos of a dataset in the order of their list. */
export interface Dataset {
  readonly facts: DatasetFacts;
  readonly photos: readonly DatasetPhoto[];
}

/** Makes a dataset of photos, with the labels that they have. */
export function createDataset(
  photos: readonly DatasetPhoto[],
  labels: readonly string[] | null,
): Dataset {
  const hash = createHash("sha256");
  for (const { path, bytes, label } of photos) {
    hash.update(`${JSON.stringify([path, bytes, label === null ? null : labels![label]])}\n`);
  }
  const bytes = photos.reduce((sum, photo) => sum + photo.bytes, 0);
  const facts = { photos: photos.length, bytes, sha256: hash.digest("hex"), labels };
  return { facts, photos };
}

/** Takes at most so many of a list, evenly spread over it. */
export function spreadOver<Item>(items: readonly Item[], most: number | null): readonly Item[] {
  if (most === null || items.length <= most) return items;
  return items.filter((_, place) => isChosen(place, items.length, most));
}

/** Tells whether a place is among so many that are evenly spread over all. */
export function isChosen(place: number, total: number, most: number): boolean {
  if (total <= most) return true;
  return Math.floor((place + 1) * most / total) > Math.floor(place * most / total);
}
