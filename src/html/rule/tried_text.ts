import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { quantileSorted } from "../../tensor/d3_array.ts";
import type { LossSpread } from "../../words/en/finding_words.ts";

/** Tells what becomes of a layer's maps without colour and detail; null where that was not tried. */
export function tellTried({ measures, words }: LayerSubject): string | null {
  const experiments = measures && measures.experiments;
  if (experiments === null) return null;
  const [colour, detail] = [experiments.colourLoss.mean, experiments.detailLoss.mean].map(spread);
  if (!colour && !detail) return null;
  const maps = Math.max(colour?.maps ?? 0, detail?.maps ?? 0);
  const photos = words.count.photos(experiments.images.length);
  return words.finding.tried(colour ?? null, detail ?? null, maps, photos);
}

function spread(values: Values): LossSpread & { readonly maps: number } | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (part: number): number => quantileSorted(sorted, part)!;
  return { low: at(0.25), median: at(0.5), high: at(0.75), maps: sorted.length };
}
