import { findLargest } from "../../tensor/largest.ts";

/** The input slices that make most of a map on a photo, largest share first. */
export interface Contributions {
  /** The input channels. */
  readonly input: readonly number[];
  /** The share of each in the map's variance; it may be negative. */
  readonly share: readonly number[];
}

/** How many slices are named. */
export const NAMED_SLICES = 4;

/**
 * Measures the share of a term in the map that terms add up to:
 *
 *     share = cov(term, map) / var(map)
 *
 * The shares of all terms add up to 1, since the map is their sum and a constant. Null for a map
 * that is the same everywhere or not finite.
 */
export function measureShare(term: Float32Array, map: CentredMap): number {
  let product = 0;
  for (let i = 0; i < term.length; i++) product += term[i]! * map.data[i]!;
  return product / map.energy;
}

/** A map less its mean. */
export interface CentredMap {
  readonly data: Float64Array;
  /** Σ x² of the data. */
  readonly energy: number;
}

/** Takes the mean from a map; null where it is the same everywhere, or not finite. */
export function centreMap(map: Float32Array): CentredMap | null {
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
  const data = Float64Array.from(map, (value) => value - mean);
  const energy = data.reduce((sum, value) => sum + value ** 2, 0);
  return energy > 0 && Number.isFinite(energy) ? { data, energy } : null;
}

/** Names the slices of the largest shares, by their size without sign. */
export function nameContributions(shares: ReadonlyMap<number, number>): Contributions {
  const inputs = [...shares.keys()];
  const sizes = [...shares.values()];
  const named = findLargest(sizes, NAMED_SLICES);
  return { input: named.map((i) => inputs[i]!), share: named.map((i) => sizes[i]!) };
}
