import type { Values } from "../kernel/kernel_measures.ts";
import { permutationP } from "./permutation.ts";
import { WEAK } from "./rule_reading.ts";
import { spearman } from "./spearman.ts";

/** How a number of layers goes with their place in the network. */
export interface Trend {
  readonly way: "up" | "down" | "unclear";
  /** Spearman's correlation with the place; null where it has no meaning. */
  readonly value: number | null;
  /** Its p-value, by permutation; null likewise. */
  readonly p: number | null;
  /** How many layers have the number. */
  readonly n: number;
  /** The means of the first and of the last of them: a quarter each, one at least. */
  readonly first: number;
  readonly last: number;
  /** How many the first and the last are, each. */
  readonly ends: number;
}

const SMALL_P = 0.05; // nobody picked the measure

/** Finds how a number of layers, in the order of the graph, goes with depth; null for fewer than two. */
export function findTrend(numbers: Values): Trend | null {
  const known = numbers.filter((value) => value !== null);
  if (known.length < 2) return null;
  const depth = numbers.map((_, place) => place);
  const { value, n } = spearman(depth, numbers);
  const [p = null] = permutationP([{ x: depth, y: numbers, fixed: null }]);
  const ends = Math.max(1, Math.floor(known.length / 4));
  const [first, last] = [mean(known.slice(0, ends)), mean(known.slice(-ends))];
  const clear = value !== null && p !== null && Math.abs(value) >= WEAK && p <= SMALL_P &&
    value * (last - first) > 0;
  const way = !clear ? "unclear" : value > 0 ? "up" : "down";
  return { way, value, p, n, first, last, ends };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
