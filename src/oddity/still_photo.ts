import type { MapColumns } from "../report/layer_report.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";
import { findQuantile } from "./quantile.ts";

// How much of such a map is photo on every photo, and of the median map of its layer at most.
const STILL = 0.5;
const MOST_USUAL = 0.1;
// The layers before it, by their number, of which the maps of many look like the photo.
const FIRST = 3;

/** Finds maps that still look like the photo deep in a network, where others of the layer do not. */
export function findStillPhoto({ model, layer, maps, measures }: OddLayer): Oddness | null {
  const depth = model.layers.indexOf(layer);
  if (layer.readsImage || depth < FIRST || maps.length === 0) return null;
  const indices = measures.averages?.index ?? [];
  const least = indices.map((k) => {
    const shares = maps.map(({ channels }) => sharePhoto(channels, k));
    return shares.includes(null) ? null : Math.min(...shares.map((share) => share!));
  });
  const usual = findQuantile(least);
  const kernels = indices.filter((k) => (least[k] ?? 0) >= STILL);
  if (kernels.length === 0 || usual === null || usual > MOST_USUAL) return null;
  const kernel = pickKernel(kernels, (k) => least[k]);
  const value = least[kernel]!;
  return {
    ...{ kernel, kernels, value, usual, image: maps[0]!.image, images: maps.length },
    surprise: 0.35 + 0.2 * (value - usual) + 0.1 * depth / model.layers.length,
  };
}

// Less what comes about by chance.
function sharePhoto({ keepsPicture, turnedPicture }: MapColumns, k: number): number | null {
  const [kept, turned] = [keepsPicture[k] ?? null, turnedPicture[k] ?? null];
  return kept === null || turned === null ? null : Math.max(0, kept - turned);
}
