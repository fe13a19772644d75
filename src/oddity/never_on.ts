import { findRectified } from "./lit_cells.ts";
import { findShown, type OddLayer, type Oddness, standsForClasses } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

// So many cells of a map like the others would be on: that none is, is no chance of few photos.
const LEAST_LIT = 50;

// A layer of which most maps are off is one that asks for other photos.
const LEAST_USUAL = 0.1;

/**
 * Finds maps that are never on behind the activation, though the layer's median map is on in many
 * cells: in all photos of a dataset, where one was measured. The classes of a classifier that no photo
 * shows are no surprise.
 */
export function findNeverOn(odd: OddLayer): Oddness | null {
  const { measures: { kernels: columns, dataset }, layer, maps } = odd;
  const kernels = listNeverOn(odd.measures).filter((k) => columns?.kind[k] !== "dead");
  if (kernels.length === 0 || columns?.index.length === 0) return null;
  const { usual = 0, lit = 0 } = findRectified(odd) ?? {};
  const isOdd = !standsForClasses(odd) && lit >= LEAST_LIT && usual >= LEAST_USUAL;
  const kernel = pickKernel(kernels, (k) => columns?.norm[k]);
  const most = Math.max(...maps.map(({ channels }) => channels.max[kernel] ?? -Infinity));
  return {
    kernel,
    kernels,
    ...findShown(maps, dataset),
    value: dataset === null && most <= 0 ? most : null, // above 0 a BatchNorm has moved it
    usual,
    surprise: isOdd ? 0.55 + 0.2 * Math.sqrt(kernels.length / layer.pairs) : 0,
  };
}

// What is on in a photo that is drawn is not called off, whatever a dataset has.
function listNeverOn({ condition, dataset }: OddLayer["measures"]): readonly number[] {
  if (dataset === null) return condition?.dead ?? [];
  const off = dataset.index.filter((k) => dataset.onPhotos[k] === 0 && dataset.mean[k] !== null);
  return condition === null ? off : off.filter((k) => condition.dead.includes(k));
}
