import type { OddLayer, Oddness } from "./odd_layer.ts";
import { sharePadded } from "./padded_cells.ts";
import { pickKernel } from "./picked_kernel.ts";

// By how much the share of maps is above that of cells, and by how many times what chance would vary.
const LEAST_ABOVE = 0.15;
const LEAST_DEVIATIONS = 4;
const FEWEST = 8;

/** Finds maps that are strongest on the padding, where they are many more than its cells would make. */
export function findBorder({ measures, layer, maps }: OddLayer): Oddness | null {
  const off = new Set([
    ...measures.condition?.dead ?? [],
    ...measures.condition?.constant ?? [],
  ]);
  const kernels = measures.onPadding?.filter((k) => !off.has(k)) ?? [];
  const usual = sharePadded(layer);
  // Without padding of its own it is that of a Pad before it, and how many cells read that is not known.
  if (kernels.length === 0 || !usual || maps.length === 0) return null;
  const of = layer.pairs - off.size;
  const above = kernels.length / of - usual;
  const deviations = above / Math.sqrt(usual * (1 - usual) / of);
  const isOdd = above >= LEAST_ABOVE && deviations >= LEAST_DEVIATIONS && kernels.length >= FEWEST;
  const strongest = (k: number): readonly [string, number] => findStrongest(maps, k);
  const kernel = pickKernel(kernels, (k) => strongest(k)[1]);
  return {
    kernel,
    kernels,
    of,
    image: strongest(kernel)[0],
    images: maps.length,
    value: kernels.length / of,
    usual,
    surprise: isOdd ? 0.4 + 0.3 * above : 0,
  };
}

// On which photo a map is strongest on the padding, and how far beyond its mean.
function findStrongest(maps: OddLayer["maps"], k: number): readonly [string, number] {
  const rated = maps.flatMap(({ image, strongest, channels }): (readonly [string, number])[] => {
    const [value, std] = [strongest.value[k] ?? null, channels.std[k] ?? 0];
    if (strongest.onPadding[k] !== true || value === null || !(std > 0)) return [];
    return [[image, (value - channels.mean[k]!) / std]];
  });
  return rated.toSorted((a, b) => b[1] - a[1])[0] ?? [maps[0]!.image, -Infinity];
}
