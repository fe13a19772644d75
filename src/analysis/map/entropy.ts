import type { Summary } from "../../tensor/summary.ts";

const BINS = 256;

/**
 * Measures the Shannon entropy, in bits, of the histogram of a map's finite
 * values: 256 equal bins from its smallest to its largest.
 *
 *     H = −Σ pᵢ log₂ pᵢ,   0 for a constant map, at most 8
 *
 * Null where no value is finite.
 */
export function measureEntropy(
  values: Float32Array,
  { min, max }: Pick<Summary, "min" | "max">,
): number | null {
  if (min === null || max === null) return null;
  const counts = new Uint32Array(BINS + 1);
  const scale = max > min ? BINS / (max - min) : 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const bin = (values[i]! - min) * scale;
    if (!(bin >= 0 && bin <= BINS)) continue; // not finite
    counts[Math.floor(bin)]!++;
    total++;
  }
  counts[BINS - 1]! += counts[BINS]!; // the largest
  counts[BINS] = 0;
  return sumBits(counts, total);
}

function sumBits(counts: Uint32Array, total: number): number {
  let bits = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    if (count > 0) bits += count / total * Math.log2(total / count);
  }
  return bits;
}
