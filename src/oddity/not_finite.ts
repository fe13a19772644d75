import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

/** Finds pairs whose weights or maps hold what is not finite. */
export function findNotFinite({ measures, maps }: OddLayer): Oddness | null {
  const weights = (k: number): number => measures.kernels?.nonFinite[k] ?? 0;
  const cells = (k: number): number[] => maps.map(({ channels }) => channels.nonFinite[k] ?? 0);
  const indices = measures.kernels?.index ?? measures.averages?.index ?? [];
  const kernels = indices.filter((k) => weights(k) > 0 || cells(k).some((count) => count > 0));
  if (kernels.length === 0) return null;
  const count = (k: number): number => weights(k) + Math.max(0, ...cells(k));
  const kernel = pickKernel(kernels, count);
  const worst =
    maps.toSorted((a, b) =>
      (b.channels.nonFinite[kernel] ?? 0) - (a.channels.nonFinite[kernel] ?? 0)
    )[0];
  return {
    kernel,
    kernels,
    value: count(kernel),
    image: worst?.image ?? null,
    images: maps.length,
    surprise: 1,
  };
}
