import { findLargest } from "../../tensor/largest.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";

/** The input slices that make most of a map on a photo, largest share first. */
export interface Contributions {
  /** The input channels. */
  readonly input: readonly number[];
  /** The share of each in the map's variance; it may be negative. */
  readonly share: readonly number[];
}

/** How many slices are named. */
const NAMED_SLICES = 4;

/** Maps less their means. */
export interface CentredMaps {
  /** [maps, cells]; all 0 for a map that is the same everywhere, or not finite. */
  readonly maps: Tensor;
  /** Σ x² of each; 0 for such a map. */
  readonly energies: Float64Array;
}

/** Takes from every map [maps, …space] its mean. */
export function centreMaps(maps: Tensor): CentredMaps {
  const [count = 0] = maps.dims;
  const cells = count === 0 ? 0 : maps.data.length / count;
  const data = new Float32Array(count * cells);
  const energies = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const own = data.subarray(k * cells, (k + 1) * cells);
    energies[k] = centre(sliceAt(maps, k).data, own);
    if (energies[k] === 0) own.fill(0);
  }
  return { maps: { data, dims: [count, cells] }, energies };
}

function centre(map: Float32Array, centred: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < map.length; i++) sum += map[i]!;
  const mean = sum / map.length;
  let energy = 0;
  for (let i = 0; i < map.length; i++) {
    const value = map[i]! - mean;
    centred[i] = value;
    energy += value * value;
  }
  return Number.isFinite(energy) ? energy : 0;
}

/**
 * Names the input slices that make most of a map, by the size of their shares without sign, of equal
 * ones the first; null for a map that is the same everywhere or not finite. A map is the sum of the
 * terms that its slices give and a constant, so the shares of all of them add up to 1:
 *
 *     share = cov(term, map) / var(map) = Σ term x / Σ x²     x the map less its mean
 *
 * @param products Σ term x of each slice.
 * @param map Σ x² of the map, and the first of the channels that its kernel reads.
 */
export function nameContributions(
  products: Float32Array,
  { energy, first }: { readonly energy: number; readonly first: number },
): Contributions | null {
  if (!(energy > 0)) return null;
  const named = findLargest(products, NAMED_SLICES);
  return {
    input: named.map((i) => first + i),
    share: named.map((i) => products[i]! / energy),
  };
}
