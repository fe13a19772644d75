import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { SiteWords } from "../../words/words.ts";
import { countInputs } from "../../site/shown_inputs.ts";

/** Says in one sentence how much a report holds, and whether anything is left out. */
export function describeReport(report: Report, words: SiteWords): string {
  const layers = report.models.flatMap((model) => model.layers);
  const drawn = layers.filter(({ kernelsMissing }) => kernelsMissing === null);
  const kernels = layers.reduce((sum, { outChannels }) => sum + outChannels, 0);
  const pairs = drawn.reduce((sum, layer) => sum + layer.pairs * layer.maps.length, 0);
  return words.overview.holds({
    models: report.models.length,
    layers: layers.length,
    kernels,
    inputs: countInputs(report.images, words),
    pairs,
    complete: isComplete(report),
  });
}

function isComplete({ models, images, failures }: Report): boolean {
  const layers = models.flatMap((model) => model.layers);
  return failures.length === 0 && models.every(isWhole) &&
    layers.every(({ kernelsMissing, mapsMissing, maps }) =>
      kernelsMissing === null && mapsMissing === null && maps.length === images.length
    );
}

function isWhole({ reduced, leftOut, layers }: ReportModel): boolean {
  return leftOut === null && (reduced === null || reduced.of === layers.length);
}
