import { findRectified } from "./lit_cells.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

// Where the median map is on in more of its cells, one that is on in all of them is no surprise.
const MOST_USUAL = 0.6;
// Of few cells all may be on by chance.
const FEWEST_OFF = 50;

/** Finds maps that are on in every cell of every photo, though the layer's median map is not. */
export function findAlwaysOn(odd: OddLayer): Oddness | null {
  const { measures: { activity, condition, kernels: columns }, maps, layer } = odd;
  const rectified = findRectified(odd);
  if (rectified === null || activity === null) return null;
  // What is one value everywhere, as by its bias alone, is told as that.
  const kernels = [...activity.on.keys()].filter((k) => {
    return activity.on[k] === 1 && !condition?.constant.includes(k) && columns?.kind[k] !== "dead";
  });
  if (kernels.length === 0) return null;
  const least = (k: number): number =>
    Math.min(...maps.map(({ activated }) => activated?.min[k] ?? 0));
  const share = (k: number): number =>
    least(k) / Math.max(...maps.map(({ activated }) => activated?.max[k] ?? 0));
  const kernel = pickKernel(kernels, share);
  const { usual, lit } = rectified;
  const off = lit / usual - lit;
  const isOdd = usual <= MOST_USUAL && off >= FEWEST_OFF;
  return {
    kernel,
    kernels,
    image: maps[0]!.image,
    images: maps.length,
    value: least(kernel),
    usual,
    surprise: isOdd ? 0.35 + 0.15 * (1 - usual) + 0.2 * kernels.length / layer.pairs : 0,
  };
}
