import type { Config } from "../config/config.ts";
import type { FoundModel } from "../plan/found.ts";

/** How many bytes a small report is to have at most. */
export const SMALL_BYTES = 8e6;

/** What of models stands in a small report. */
export interface FittedModels {
  readonly models: readonly FoundModel[];
  /** How the numbers behind the pictures are written. */
  readonly values: Config["values"];
}

/**
 * Chooses what fits into a small report: everything, else all layers without the numbers behind their
 * pictures, else as many as have room, evenly from the first on, so that something of each depth is there: the
 * same of models that are built alike.
 *
 * @param measure Foretells how many bytes a report has.
 */
export function fitModels(
  { models, values }: FittedModels,
  measure: (fitted: FittedModels) => number,
): FittedModels {
  const longest = findLongest(models);
  const findMost = (values: Config["values"]): number =>
    countFitting(longest, (most) => measure({ models: spread(models, most), values }));
  const own = findMost(values);
  if (own === longest) return { models: spread(models, own), values };
  const bare = findMost("none");
  const isOwn = own > 0 && own >= bare;
  return { models: spread(models, Math.max(own, bare, 1)), values: isOwn ? values : "none" };
}

// How many layers fit, of so many; 0 where not even one does.
function countFitting(layers: number, measure: (layers: number) => number): number {
  if (measure(layers) <= SMALL_BYTES) return layers;
  let [some, most] = [0, layers - 1];
  while (some < most) {
    const middle = Math.ceil((some + most) / 2);
    if (measure(middle) <= SMALL_BYTES) some = middle;
    else most = middle - 1;
  }
  return some;
}

function findLongest(models: readonly FoundModel[]): number {
  return Math.max(...models.map(({ layers }) => layers.length));
}

// So many of the model that has most, of the others in proportion.
function spread(models: readonly FoundModel[], most: number): FoundModel[] {
  const longest = findLongest(models);
  return models.map((model) => {
    const { length } = model.layers;
    const count = Math.max(1, Math.round(length * most / longest));
    const places = Array.from({ length: count }, (_, i) => Math.floor(i * length / count));
    return { ...model, layers: places.map((place) => model.layers[place]!), chosenOf: length };
  });
}
