import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import { hasSingleCells } from "../../report/report_layer.ts";
import { formatError } from "../../site/compare/error_text.ts";
import { formatShare } from "../../site/format.ts";
import type { SiteWords } from "../../words/words.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { type ComparedModels, findComparedLayer } from "./compared_models.ts";
import { rankLayers } from "./ranked_layers.ts";

const SAID = 2; // layers in the sentence

/** Tells in one sentence how far the second of two models is from the first: where most, first. */
export function tellWorst(
  comparison: ReportComparison,
  models: Pick<ComparedModels, "a" | "b">,
  { ranking }: SiteWords,
): string {
  const names = [models.a.name, models.b.name] as const;
  const layerNames = shortenLayers(models.a.layers);
  const { layers, learnedAlike, medianError, medianCosine } = comparison;
  const [first, ...rest] = listWorst(layers, models.a).slice(0, SAID).map(({ a, worstError }) => {
    return { layer: layerNames.get(a)!, error: formatRounded(worstError!) };
  });
  if (first && !learnedAlike) {
    const cosine = medianCosine === null ? null : formatShare(medianCosine);
    return ranking.different(...names, { cosine, error: formatRounded(medianError!) });
  }
  if (first) return ranking.differ(...names, [first, ...rest]);
  const isEqual = layers.some(({ worstError }) => worstError === 0);
  return isEqual ? ranking.equal(...names) : ranking.unknown(...names);
}

/**
 * Lists the layers of which maps differ, those that differ most first; where there are others, without
 * those of single cells: the number of such a map may be next to 0, and any difference a multiple of it.
 */
export function listWorst(
  layers: readonly ReportComparedLayer[],
  a: ComparedModels["a"],
): readonly ReportComparedLayer[] {
  const apart = rankLayers(layers).filter(({ worstError }) => (worstError ?? 0) > 0);
  const planes = apart.filter((layer) => !hasSingleCells(findComparedLayer(a, layer.a)!));
  return planes.length > 0 ? planes : apart;
}

function formatRounded(error: number): string {
  return formatError(Number(error.toPrecision(2)));
}
