import type { Comparison } from "./comparison.ts";
import type { Comparable } from "./compare_obstacle.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";

/** What is measured, and who is told. */
export interface Measuring extends Comparable {
  /** The pairs to measure. */
  readonly wanted: readonly number[];
  readonly compare: (k: number, a: Tile, b: Tile) => Comparison;
  readonly told: (k: number, comparison: Comparison, a: Tile, b: Tile) => void;
  readonly signal: AbortSignal;
}

// Some ten milliseconds of work; then the page may answer.
const MOST_NUMBERS = 1 << 20;

/** Measures every pair, a little at a time, in the order of the files. */
export async function measurePairs(
  { a, b, wanted, compare, told, signal }: Measuring,
): Promise<void> {
  let numbers = 0;
  for (const k of wanted) {
    const [one, other] = await Promise.all([a.load(k), b.load(k)]);
    if (signal.aborted) return;
    told(k, compare(k, one, other), one, other);
    numbers += one.numbers.length;
    if (numbers < MOST_NUMBERS) continue;
    numbers = 0;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
}
