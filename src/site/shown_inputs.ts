import type { Report, ReportImage } from "../report/report.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { Words } from "../words/words.ts";

/** Counts photos and arrays in words, such as `2 photos, 1 array`. */
export function countInputs(
  inputs: readonly Pick<ReportImage, "dims">[],
  { count }: Words,
): string {
  const arrays = inputs.filter(({ dims }) => dims !== null).length;
  const photos = inputs.length - arrays;
  if (arrays === 0) return count.photos(photos);
  return photos === 0
    ? count.arrays(arrays)
    : count.list([count.photos(photos), count.arrays(arrays)]);
}

/** Counts in words what a layer has maps of, such as `4 photos`. */
export function countSeen({ images }: Report, { maps }: ReportLayer, words: Words): string {
  return countInputs(images.filter(({ id }) => maps.some(({ image }) => image === id)), words);
}

/** Counts the photos among what a layer has maps of. */
export function countPhotos({ images }: Report, { maps }: ReportLayer): number {
  return images.filter(({ id, dims }) => dims === null && maps.some(({ image }) => image === id))
    .length;
}

/** Tells whether nothing that a network saw is a photo. */
export function sawArrays(inputs: readonly Pick<ReportImage, "dims">[]): boolean {
  return inputs.length > 0 && inputs.every(({ dims }) => dims !== null);
}
