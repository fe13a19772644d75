import type { ReportImage } from "../report/report.ts";
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

/** Tells whether nothing that a network saw is a photo. */
export function sawArrays(inputs: readonly Pick<ReportImage, "dims">[]): boolean {
  return inputs.length > 0 && inputs.every(({ dims }) => dims !== null);
}
