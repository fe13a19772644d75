import { TRIALS } from "../analysis/trial/trial.ts";
import { countStimuli } from "../analysis/tuning/grating_axes.ts";
import type { Plan, PlannedLayer, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { countElements } from "../tensor/tensor.ts";
import type { MapSizes, PhotoSizes } from "./map_sizes.ts";
import { countKernelPairs } from "./kernel_pairs.ts";
import { SECONDS } from "./rates.ts";
import type { Shapes } from "./shapes.ts";
import type { ViewSizes } from "./view_sizes.ts";

/** How many seconds the steps of the work are expected to take. */
export interface Costs {
  /** To draw and measure the kernels of a layer. */
  kernels(layer: PlannedLayer): number;
  /** To run a model on a photo. */
  run(model: PlannedModel, photo: PlannedPhoto): number;
  /** To feed a photo again in other ways, and to compare the maps. */
  trials(model: PlannedModel, photo: PlannedPhoto): number;
  /** To draw and measure the maps of a layer on a photo. */
  maps(model: PlannedModel, layer: PlannedLayer, photo: PlannedPhoto): number;
  /** To measure a model on a photo of a dataset. */
  measured(model: PlannedModel, plan: Pick<Plan, "photos">): number;
  /** To compose the kernels of a model's deeper layers down to the pixels; 0 where none are. */
  composing(model: PlannedModel): number;
  /** To draw those of a layer. */
  composed(model: PlannedModel, layer: PlannedLayer): number;
  /** To run a model on gratings; 0 where it is not. */
  tuning(model: PlannedModel): number;
  /** To study what kernels and maps of a layer have to do with each other. */
  study(layer: PlannedLayer): number;
  /** To draw the activations of a layer projected back to the pixels. */
  projections(model: PlannedModel, layer: PlannedLayer): number;
  /** To compare the maps of a layer with those of another model, on so many photos. */
  comparedMaps(model: PlannedModel, layer: PlannedLayer, photos: readonly PlannedPhoto[]): number;
  /** To compare the kernels of a layer with those of another model. */
  comparedKernels(layer: PlannedLayer): number;
  /** To write the pages of a layer. */
  pages(layer: PlannedLayer, photos: number): number;
}

/** Makes what reckons the costs of steps, from shapes alone; what is not known costs nothing. */
export function createCosts({ findSizes, findViews }: Shapes): Costs {
  return {
    kernels: reckonKernels,
    run: (model, photo) => reckonRun(findSizes(model, photo)),
    trials: (model, photo) => reckonTrials(findSizes(model, photo)),
    maps: (model, layer, photo) => {
      const sizes = findSizes(model, photo)?.layers.get(layer);
      return sizes === undefined ? 0 : reckonMaps(layer, sizes);
    },
    measured: (model, { photos: [photo] }) =>
      photo === undefined ? 0 : reckonMeasured(findSizes(model, photo)),
    composing: (model) =>
      findViews(model).entries().reduce(
        (sum, [layer, views]) => sum + reckonComposing(layer, views),
        0,
      ),
    composed: (model, layer) => {
      const { composed } = findViews(model).get(layer)!;
      return countElements(composed ?? [0]) * SECONDS.composedNumber;
    },
    tuning: ({ tuning }) =>
      "missing" in tuning ? 0 : tuning.work * countStimuli(tuning.axes) * SECONDS.multiplication,
    study: (layer) => countKernelPairs([layer]) * SECONDS.studiedPair,
    projections: (model, layer) => {
      const { projected } = findViews(model).get(layer)!;
      return countElements(projected ?? [0]) * SECONDS.projectedNumber;
    },
    comparedMaps: (model, layer, photos) =>
      photos.reduce((sum, photo) => {
        const maps = findSizes(model, photo)?.layers.get(layer)?.maps;
        return sum + countElements(maps ?? [0]) * SECONDS.comparedMapNumber;
      }, 0),
    comparedKernels: ({ conv: { kernels } }) =>
      countElements(kernels?.dims ?? [0]) * SECONDS.comparedWeight,
    pages: (layer, photos) =>
      countKernelPairs([layer]) * (SECONDS.pagePair + photos * SECONDS.pagePairPhoto),
  };
}

function reckonKernels({ conv: { kernels } }: PlannedLayer): number {
  if (kernels === null) return 0;
  const [count = 0] = kernels.dims;
  return countElements(kernels.dims) * SECONDS.kernelNumber + count * SECONDS.kernel +
    count ** 2 * SECONDS.kernelPair;
}

function reckonRun(sizes: PhotoSizes | null): number {
  return SECONDS.photo + (sizes === null ? 0 : reckonNetwork(sizes));
}

function reckonNetwork({ layers }: PhotoSizes): number {
  const products = layers.entries().map(([layer, { maps }]) => countProducts(layer, maps));
  return products.reduce((sum, each) => sum + each, 0) * SECONDS.multiplication;
}

function reckonTrials(sizes: PhotoSizes | null): number {
  if (sizes === null) return 0;
  const numbers = sizes.layers.values().map(({ maps, activated }) =>
    countElements(maps ?? [0]) + countElements(activated ?? [0])
  );
  const compared = numbers.reduce((sum, each) => sum + each, 0) * SECONDS.comparedNumber;
  return TRIALS.length * (reckonNetwork(sizes) + compared);
}

// The sizes of its photos are not known: those of a network mostly are.
function reckonMeasured(sizes: PhotoSizes | null): number {
  if (sizes === null) return SECONDS.measuredPhoto;
  const numbers = sizes.layers.values().map(({ maps }) => countElements(maps ?? [0]));
  const counted = numbers.reduce((sum, each) => sum + each, 0) * SECONDS.measuredNumber;
  return SECONDS.measuredPhoto + reckonNetwork(sizes) + counted;
}

function reckonMaps(layer: PlannedLayer, { maps, activated, inputs }: MapSizes): number {
  const drawn = countElements(maps ?? [0]) + countElements(activated ?? [0]);
  const terms = inputs === null ? 0 : countProducts(layer, maps);
  return drawn * SECONDS.mapNumber + (maps?.[0] ?? 0) * SECONDS.map + terms * SECONDS.term;
}

function countProducts(
  { conv: { kernels } }: PlannedLayer,
  maps: readonly number[] | null,
): number {
  if (kernels === null || maps === null) return 0;
  return countElements(kernels.dims.slice(1)) * countElements(maps);
}

function reckonComposing(
  { conv: { kernels } }: PlannedLayer,
  { composed, composedField }: ViewSizes,
): number {
  if (kernels === null || composed === null) return 0;
  return countElements(kernels.dims) * countElements(composedField) * SECONDS.composition;
}
