import type { ConvLayer } from "./conv_layer.ts";
import { countElements } from "../../tensor/tensor.ts";

/** The fully connected layers that are drawn only where someone asks for them. */
export interface HeavyDense {
  readonly layers: readonly ConvLayer[];
  /** Which share of the weights of all layers they hold, from 0 to 1; null where that is not known. */
  readonly share: number | null;
}

/**
 * Finds the fully connected layers that would cost more than all convolutions: those that hold, with
 * those before them, more weights than these. Classifiers of older networks do, and tell little of
 * what the convolutions see.
 */
export function findHeavyDense(layers: readonly ConvLayer[]): HeavyDense {
  const convolutions = layers.filter(({ dense }) => !dense);
  let left = convolutions.reduce((sum, layer) => sum + (countWeights([layer]) ?? 0), 0);
  const heavy = layers.filter((layer) => {
    if (!layer.dense) return false;
    left -= countWeights([layer]) ?? Infinity;
    return left < 0;
  });
  const [some, all] = [countWeights(heavy), countWeights(layers)];
  return { layers: heavy, share: some === null || all === null ? null : some / all };
}

// Null where one is computed while the model runs.
function countWeights(layers: readonly ConvLayer[]): number | null {
  const counts = layers.map(({ kernels }) => kernels && countElements(kernels.dims));
  return counts.reduce((sum, count) => sum === null || count === null ? null : sum + count, 0);
}
