import type { CircuitColumns, LayerReport } from "../report/layer_report.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { pickKernel } from "./picked_kernel.ts";

// What one input makes of a map on every photo, and all others that are named at most.
const ALONE = { least: 0.95, most: 1.05, others: 0.05 } as const;
// How much of a kernel's energy lies in its few strongest slices: what others weigh may cancel out.
const LEAST_ENERGY = 0.9;
// Of fewer inputs one often makes most.
const FEWEST = 8;

/** Finds maps that one of many inputs makes alone: their kernels pass it on. */
export function findCopies({ measures, layer, maps }: OddLayer): Oddness | null {
  const circuits = maps.map(({ circuit }) => circuit).filter((circuit) => circuit !== null);
  const inputs = layer.inChannels / layer.group;
  if (circuits.length === 0 || circuits.length < maps.length || inputs < FEWEST) return null;
  const off = new Set(measures.condition?.dead);
  const kernels = Array.from({ length: layer.pairs }, (_, k) => k).filter((k) => {
    return !off.has(k) && isCopy(circuits, k) && leadEnergy(measures, k) >= LEAST_ENERGY;
  });
  if (kernels.length === 0) return null;
  const least = (k: number): number => Math.min(...circuits.map(({ share }) => share[k]![0]!));
  const kernel = pickKernel(kernels, least);
  return {
    ...{ kernel, kernels, image: maps[0]!.image, images: maps.length },
    other: circuits[0]!.input[kernel]![0]!,
    value: Math.min(1, least(kernel)),
    surprise: 0.6 + 0.1 * Math.min(1, least(kernel)),
  };
}

function isCopy(circuits: readonly CircuitColumns[], k: number): boolean {
  const first = circuits[0]!.input[k]?.[0];
  return first !== undefined && circuits.every(({ input, share }) => {
    const [lead = 0, ...others] = share[k]!;
    const rest = others.reduce((sum, other) => sum + Math.abs(other), 0);
    return input[k]![0] === first && lead >= ALONE.least && lead <= ALONE.most &&
      rest <= ALONE.others;
  });
}

// Of single weights the strongest alone; of larger kernels the four strongest slices.
function leadEnergy({ mix, kernels }: LayerReport, k: number): number {
  if (mix === null) return kernels?.strongestShare[k] ?? 0;
  const weights = mix.weight[k]!;
  const named = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  return (mix.share[k] ?? 0) * weights[0]! ** 2 / named;
}
