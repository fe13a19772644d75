import { dirname } from "node:path/posix";
import { LANGUAGES } from "../plan/language.ts";
import type { Plan } from "../plan/plan.ts";
import type { Visit } from "./visit.ts";

/** A file of the site, as it is rendered. */
interface Page {
  /** The path relative to the report's folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

// A page a language, layer.css, layer.json, layer.js.
const LAYER_FILES = LANGUAGES.length + 3;

/** Writes the pages of a report one by one, as they are rendered. */
export async function writePages(pages: Iterable<Page>, visit: Visit): Promise<void> {
  const { work, effects } = visit;
  const costs = listCosts(visit.plan, visit);
  await work.step({ doing: "write the pages", seconds: 0 }, async () => {
    for (const { path, content } of pages) {
      const step = { doing: null, seconds: costs.get(dirname(path)) ?? 0 };
      await work.step(step, () => effects.output.write(path, content));
    }
  });
}

// What a file in the folder of a layer costs, by folders.
function listCosts({ models, photos }: Plan, { costs }: Visit): Map<string, number> {
  const layers = models.flatMap((model) => model.layers);
  return new Map(
    layers.map((layer) => [layer.folder, costs.pages(layer, photos.length) / LAYER_FILES]),
  );
}
