import { findShown, type OddLayer, type Oddness, standsForClasses } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";
import { findQuantile } from "./quantile.ts";

// In one photo of a thousand, where the layer's median map is on in half of them or more.
const RARE = 1e-3;
const LEAST_USUAL = 0.5;

/**
 * Finds maps that are on in hardly a photo of a dataset, though the layer's median map is on in many.
 * The classes of a classifier that few photos show are no surprise.
 */
export function findRarelyOn(odd: OddLayer): Oddness | null {
  const { measures: { dataset }, layer, maps } = odd;
  if (dataset === null) return null;
  const { onPhotos, index } = dataset;
  const kernels = index.filter((k) => onPhotos[k]! > 0 && onPhotos[k]! < RARE);
  const usual = findQuantile(onPhotos);
  if (kernels.length === 0 || usual === null) return null;
  const kernel = pickKernel(kernels, (k) => -onPhotos[k]!);
  const isOdd = usual >= LEAST_USUAL && !standsForClasses(odd);
  return {
    kernel,
    kernels,
    ...findShown(maps, dataset),
    value: onPhotos[kernel]!,
    usual,
    surprise: isOdd ? 0.45 + 0.2 * Math.sqrt(kernels.length / layer.pairs) : 0,
  };
}
