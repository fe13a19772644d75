import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { countElements } from "../tensor/tensor.ts";
import { SECONDS } from "./rates.ts";
import type { Shapes } from "./shapes.ts";

/** How many seconds the steps of the work are expected to take. */
export interface Costs {
  /** To draw and measure the kernels of a layer. */
  kernels(layer: PlannedLayer): number;
  /** To run a model on a photo. */
  run(model: PlannedModel, photo: PlannedPhoto): number;
  /** To draw and measure the maps of a layer on a photo. */
  maps(model: PlannedModel, layer: PlannedLayer, photo: PlannedPhoto): number;
  /** To compose the kernels of a model's deeper layers down to the pixels; 0 where none are. */
  composing(model: PlannedModel): number;
  /** To draw those of a layer. */
  composed(model: PlannedModel, layer: PlannedLayer): number;
  /** To study what kernels and maps of a layer have to do with each other. */
  study(layer: PlannedLayer): number;
  /** To draw the activations of a layer projected back to the pixels. */
  projections(model: PlannedModel, layer: PlannedLayer): number;
  /** To write the pages of a layer. */
  pages(layer: PlannedLayer, photos: number): number;
}

/** Makes what reckons the costs of steps, from shapes alone; what is not known costs nothing. */
export function createCosts({ findSizes, findViews }: Shapes): Costs {
  return {
    kernels: ({ conv }) => {
      const dims = conv.kernels?.dims ?? [0];
      return countElements(dims) * SECONDS.kernelNumber + dims[0]! ** 2 * SECONDS.kernelPair;
    },
    run: (model, photo) => {
      const layers = findSizes(model, photo)?.layers ?? new Map();
      return layers.entries().reduce(
        (sum, [{ conv }, { maps }]) => sum + countProducts(conv.kernels?.dims ?? [0], maps ?? [0]),
        0,
      ) * SECONDS.multiplication;
    },
    maps: (model, layer, photo) => {
      const { maps, activated, inputs } = findSizes(model, photo)?.layers.get(layer) ?? NOTHING;
      const drawn = countElements(maps ?? [0]) + countElements(activated ?? [0]);
      const terms = countProducts(layer.conv.kernels?.dims ?? [0], maps ?? [0]);
      return drawn * SECONDS.mapNumber + countElements(inputs ?? [0]) * SECONDS.inputNumber +
        (inputs === null ? 0 : terms * SECONDS.term);
    },
    composing: (model) =>
      findViews(model).entries().reduce((sum, [{ conv }, { composed, composedField }]) => {
        const kernels = countElements((composed === null ? null : conv.kernels?.dims) ?? [0]);
        return sum + kernels * countElements(composedField);
      }, 0) * SECONDS.composition,
    composed: (model, layer) => {
      const { composed } = findViews(model).get(layer)!;
      return countElements(composed ?? [0]) * SECONDS.composedNumber;
    },
    study: ({ conv }) => (conv.shape?.outChannels ?? 0) * SECONDS.studiedPair,
    projections: (model, layer) => {
      const { projected } = findViews(model).get(layer)!;
      return countElements(projected ?? [0]) * SECONDS.projectedNumber;
    },
    pages: ({ conv }, photos) =>
      (conv.shape?.outChannels ?? 0) * (SECONDS.pagePair + photos * SECONDS.pagePairPhoto),
  };
}

const NOTHING = { maps: null, activated: null, inputs: null } as const;

function countProducts(kernels: readonly number[], maps: readonly number[]): number {
  return countElements(kernels.slice(1)) * countElements(maps);
}
