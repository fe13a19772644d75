import type { LayerSubject } from "../../site/layer_subject.ts";
import { findQuartiles } from "../part/map_quartiles.ts";

/** Tells what becomes of a layer's maps without colour and detail; null where that was not tried. */
export function tellTried({ measures, words }: LayerSubject): string | null {
  const experiments = measures && measures.experiments;
  if (experiments === null) return null;
  const colour = findQuartiles(experiments.colourLoss.mean);
  const detail = findQuartiles(experiments.detailLoss.mean);
  if (!colour && !detail) return null;
  const maps = Math.max(colour?.maps ?? 0, detail?.maps ?? 0);
  const photos = words.count.photos(experiments.images.length);
  return words.finding.tried(colour, detail, maps, photos);
}
