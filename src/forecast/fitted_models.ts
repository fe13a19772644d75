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
  const fit = (values: Config["values"]): FittedModels => {
    return { values, models: fitLayers(models, (models) => measure({ models, values })) };
  };
  const [own, bare] = [fit(values), fit("none")];
  const isBetter = countLayers(bare) > countLayers(own) || measure(own) > SMALL_BYTES;
  return isBetter ? bare : own;
}

function countLayers({ models }: FittedModels): number {
  return models.reduce((sum, { layers }) => sum + layers.length, 0);
}

function fitLayers(
  models: readonly FoundModel[],
  measure: (models: readonly FoundModel[]) => number,
): readonly FoundModel[] {
  const fits = (layers: number): boolean => measure(spread(models, layers)) <= SMALL_BYTES;
  let [some, most] = [1, Math.max(...models.map(({ layers }) => layers.length))];
  if (fits(most)) return spread(models, most);
  while (some < most) {
    const layers = Math.ceil((some + most) / 2);
    if (fits(layers)) some = layers;
    else most = layers - 1;
  }
  return spread(models, some);
}

// So many of the model that has most, of the others in proportion.
function spread(models: readonly FoundModel[], most: number): FoundModel[] {
  const longest = Math.max(...models.map(({ layers }) => layers.length));
  return models.map((model) => {
    const { length } = model.layers;
    const count = Math.max(1, Math.round(length * most / longest));
    const places = Array.from({ length: count }, (_, i) => Math.floor(i * length / count));
    return { ...model, layers: places.map((place) => model.layers[place]!), chosenOf: length };
  });
}
