import { KEPT_STRONGEST, type LayerTally } from "./layer_tally.ts";
import type { Candidate } from "./strongest_photos.ts";

/**
 * Lists photos from the middle of a kernel's range, the strongest first: of those that are kept for
 * themselves and on which it is on, the ones around the median strongest value.
 */
export function listMiddle({ sampled }: LayerTally, kernel: number): Candidate[] {
  const on = Array.from(sampled, ([photo, { strongest, cells }]) => {
    return { value: strongest[kernel]!, photo, cell: cells[kernel]! };
  }).filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || a.photo - b.photo);
  const start = Math.max(0, Math.floor((on.length - KEPT_STRONGEST) / 2));
  return on.slice(start, start + KEPT_STRONGEST);
}
