import type { AverageColumns } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatBarLength } from "../../site/format.ts";
import { quantileSorted } from "../../tensor/d3_array.ts";

/** How much of a layer's maps is photo: the view of `keeps.hbs`. In percent of its width. */
export interface KeepsView {
  readonly words: string;
  /** Where the middle 80 % of the maps begin, and how wide they spread. */
  readonly low: string;
  readonly spread: string;
  readonly median: string;
}

/** Views how much of the maps is photo, R² from 0 to 1; null where that is not known. */
export function viewKeeps(
  { layer, words }: { readonly layer: Pick<ReportLayer, "maps">; readonly words: SiteWords },
  averages: AverageColumns | null,
): KeepsView | null {
  const kept = listPhotoShares(averages);
  if (kept.length === 0) return null;
  const sorted = kept.toSorted((a, b) => a - b);
  const [low, median, high] = [0.1, 0.5, 0.9].map((part) => quantileSorted(sorted, part));
  return {
    words: words.overview.keepHalf(countHalf(kept), kept.length, layer.maps.length),
    low: formatBarLength(low!),
    spread: formatBarLength(high! - low!),
    median: formatBarLength(median!),
  };
}

/** Lists how much of each map is photo, of the maps of which that is known. */
export function listPhotoShares(averages: AverageColumns | null): number[] {
  return (averages?.keepsPicture ?? []).filter((share) => share !== null);
}

// As a share of a map's variance; the rule's table has the same.
const HALF = 0.5;

/** Counts the maps that are at least half photo. */
export function countHalf(kept: readonly number[]): number {
  return kept.filter((share) => share >= HALF).length;
}
