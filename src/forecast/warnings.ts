import { visible } from "../config/problem/visible.ts";
import type { Plan } from "../plan/plan.ts";
import { formatBytes, GITHUB_LIMIT } from "../reason/byte_size.ts";
import type { ExpectedFile } from "./report_file.ts";
import type { Forecast } from "./forecast.ts";
import { listLargePhotos } from "./large_photos.ts";
import type { FindSizes } from "./map_sizes.ts";

// docs.github.com: "GitHub Pages limits".
const MOST_OF_PAGES = 1e9;

/** Lists what a user should know of a report before the work begins, and what to change. */
export function listWarnings(forecast: Forecast, plan: Plan, findSizes: FindSizes): string[] {
  return [
    ...listLargePhotos(plan, findSizes),
    ...warnOfWhole(forecast, plan),
    ...warnOfLargest(forecast, plan),
  ];
}

function warnOfWhole({ bytes, kinds }: Forecast, { photos, values }: Plan): string[] {
  if (bytes <= MOST_OF_PAGES) return [];
  const saved = kinds.find(({ kind }) => kind === "values")?.bytes ?? 0;
  const ways = [
    ...values !== "none" ? [`"values": "none" takes ${formatBytes(saved)} less`] : [],
    'fewer "layers"',
    ...photos.length > 1 ? ['fewer "images"'] : [],
  ];
  return [
    `the report will take about ${formatBytes(bytes)}, and GitHub Pages takes ` +
    `${formatBytes(MOST_OF_PAGES)}; what to change in the config: ${ways.join(", or ")}`,
  ];
}

function warnOfLargest({ largest }: Forecast, plan: Plan): string[] {
  if (largest === null || largest.bytes <= GITHUB_LIMIT.bytes) return [];
  const { path, bytes } = largest;
  return [
    `"${path}" will have about ${formatBytes(bytes)}, and GitHub takes ` +
    `${GITHUB_LIMIT.told} a file; what to change in the config: ` +
    adviseSmaller(largest, plan),
  ];
}

function adviseSmaller({ kind, path }: ExpectedFile, { models }: Plan): string {
  const layers = models.flatMap((model) => model.layers);
  const layer = layers.find(({ folder }) => path.startsWith(`${folder}/`));
  const less = layer === undefined
    ? 'fewer "layers"'
    : `"!${visible(layer.conv.name)}" in "layers"`;
  switch (kind) {
    case "maps":
    case "activated":
    case "inputs":
      return `a smaller "resize" in "preprocess", or ${less}`;
    case "measures":
    case "pages":
      return `fewer "images", or ${less}`;
    default:
      return less;
  }
}
