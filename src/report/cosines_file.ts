import type { KernelCosines } from "../analysis/comparison/kernel_cosines.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";

/**
 * The content of `values/kernels/cosines.js`: how alike the kernels of a layer are to those of the same
 * number in others of its model, by the ids of these.
 */
export interface CosinesFile {
  readonly [layer: string]: KernelCosines;
}

const PLACES = 1e5;

/** Rounds cosines to five places, as they stand in the file. */
export function roundCosines({ cosine, correlation }: KernelCosines): KernelCosines {
  const round = (values: Values): Values =>
    values.map((value) => value === null ? null : Math.round(PLACES * value) / PLACES);
  return { cosine: round(cosine), correlation: round(correlation) };
}
