import type { OddLayer, Oddness } from "./odd_layer.ts";
import { findQuantile } from "./quantile.ts";

// How many times as far as any other map one reaches.
const TIMES = 3;
// Of fewer maps one is always the largest by far.
const FEWEST = 8;

/** Finds a map that reaches much further from 0 than any other of its layer. */
export function findOutlier({ maps, layer }: OddLayer): Oddness | null {
  if (maps.length === 0 || layer.pairs < FEWEST) return null;
  const reaches = Array.from({ length: layer.pairs }, (_, k) => findReach(maps, k));
  const sorted = reaches.toSorted((a, b) => b.value - a.value);
  const [first, second] = sorted;
  const typical = findQuantile(reaches.map(({ value }) => value)) ?? 0;
  if (!(second!.value > 0) || first!.value < TIMES * second!.value || !(typical > 0)) return null;
  const kernel = reaches.indexOf(first!);
  return {
    ...{ kernel, kernels: [kernel], image: first!.image, images: maps.length },
    other: reaches.indexOf(second!),
    value: first!.value,
    usual: second!.value,
    surprise: 0.6,
  };
}

/** How far a map reaches from 0, behind the activation where one follows, and on which photo. */
interface Reach {
  readonly image: string;
  readonly value: number;
}

function findReach(maps: OddLayer["maps"], k: number): Reach {
  return maps.map(({ image, channels, activated }) => {
    const { min, max } = activated ?? channels;
    return { image, value: Math.max(Math.abs(min[k] ?? 0), Math.abs(max[k] ?? 0)) };
  }).toSorted((a, b) => b.value - a.value)[0]!;
}
