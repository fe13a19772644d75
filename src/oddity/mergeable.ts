import { hasOtherBias } from "../analysis/kernel/bias_of_twin.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

// Weights that are within a thirtieth of each other, up to a factor.
const LEAST_COSINE = 0.9995;

/**
 * Finds kernels that could be merged: they read the same inputs with the same weights up to a factor,
 * and their biases are the same up to it too.
 */
export function findMergeable(odd: OddLayer): Oddness | null {
  const { measures: { kernels: columns } } = odd;
  const kernels = columns?.index.filter((k) => isTwin(odd, k)) ?? [];
  if (columns === null || kernels.length === 0) return null;
  const kernel = pickKernel(kernels, (k) => columns.likeness[k]);
  return {
    kernel,
    kernels,
    other: columns.duplicateOf[kernel] ?? null,
    image: odd.maps[0]?.image ?? null,
    value: columns.likeness[kernel] ?? null,
    surprise: 0.8,
  };
}

/** Whether each of some kernels is the same as another of them, up to a factor. */
export function isMergeable(odd: OddLayer, kernels: readonly number[]): boolean {
  return kernels.every((k) => isTwin(odd, k));
}

function isTwin({ measures: { kernels: columns, condition } }: OddLayer, k: number): boolean {
  const other = columns?.duplicateOf[k] ?? null;
  if (columns === null || other === null) return false;
  const alive = [k, other].every((each) => !condition?.constant.includes(each));
  return alive && (columns.likeness[k] ?? 0) >= LEAST_COSINE && !hasOtherBias(columns, k);
}
