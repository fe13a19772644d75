import { shareOfMedian } from "../analysis/kind/dead_kernel.ts";
import { countCells } from "./lit_cells.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

/** Finds kernels whose weights are next to zero. */
export function findZeroKernels({ measures: { kernels: columns } }: OddLayer): Oddness | null {
  const kernels = columns?.index.filter((k) => columns.kind[k] === "dead") ?? [];
  if (columns === null || kernels.length === 0) return null;
  const shares = shareOfMedian(columns.norm);
  const kernel = pickKernel(kernels, (k) => -shares[k]!);
  const value = shares[kernel] ?? 0;
  return { kernel, kernels, value, surprise: 0.5 + 0.2 * kernels.length / columns.index.length };
}

/**
 * Finds maps that are one value everywhere on every photo, though their kernels are not next to zero
 * and they are on behind the activation: what is never on is told by itself. One that varies in the
 * photos of a dataset is none.
 */
export function findConstantMaps({ measures, maps, layer }: OddLayer): Oddness | null {
  const { condition, kernels: columns, dataset } = measures;
  const off = new Set(condition?.dead);
  const varies = (k: number): boolean => dataset !== null && dataset.min[k]! < dataset.max[k]!;
  const kernels = condition?.constant.filter((k) => {
    return !off.has(k) && columns?.kind[k] !== "dead" && !varies(k);
  });
  const [first] = maps;
  const isOdd = countCells(maps) >= FEWEST_CELLS;
  if (kernels === undefined || kernels.length === 0 || first === undefined) return null;
  const kernel = pickKernel(kernels, (k) => columns?.norm[k]);
  return {
    kernel,
    kernels,
    image: first.image,
    images: maps.length,
    value: first.channels.max[kernel] ?? null,
    surprise: isOdd ? 0.5 + 0.2 * Math.sqrt(kernels.length / layer.pairs) : 0,
  };
}

// Of fewer, all may be equal by chance of whole numbers.
const FEWEST_CELLS = 32;
