import type { Report } from "../report/report.ts";
import { formatQuantity } from "./format.ts";

/** Says in one sentence how much a report holds, and whether anything is left out. */
export function describeReport(report: Report): string {
  const layers = report.models.flatMap((model) => model.layers);
  const drawn = layers.filter(({ kernelsMissing }) => kernelsMissing === null);
  const kernels = drawn.reduce((sum, { outChannels }) => sum + outChannels, 0);
  const pairs = drawn.reduce((sum, layer) => sum + layer.pairs * layer.maps.length, 0);
  const what = [
    formatQuantity(report.models.length, "model"),
    formatQuantity(layers.length, "convolution layer"),
    formatQuantity(kernels, "kernel"),
    formatQuantity(report.images.length, "photo"),
  ].join(", ");
  const rest = isComplete(report) ? ", none left out" : "";
  return `${what}: ${formatQuantity(pairs, "pair")} of a kernel and the map it makes${rest}.`;
}

function isComplete({ models, images, failures }: Report): boolean {
  const layers = models.flatMap((model) => model.layers);
  return failures.length === 0 &&
    layers.every(({ kernelsMissing, mapsMissing, maps }) =>
      kernelsMissing === null && mapsMissing === null && maps.length === images.length
    );
}
