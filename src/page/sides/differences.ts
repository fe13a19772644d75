import { findMagnitude } from "../../tensor/magnitude.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import { subtract } from "../tile/difference.ts";
import { layoutKernel, layoutMap, type PixelLayout } from "../tile/pixel_layout.ts";
import type { Kind } from "./compare_kind.ts";

/** A − B of every pair, as far as it is known. */
export interface Differences {
  /** Where the numbers of a pair stand in its tile. */
  readonly layout: PixelLayout;
  /** By pair; null where it is not known yet. */
  readonly pairs: (PairDifference | null)[];
}

/** A − B of one pair. */
export interface PairDifference {
  readonly numbers: Float32Array;
  /** The largest size of A − B. */
  readonly most: number;
  /** The largest size of A and of B. */
  readonly whole: number;
}

/** Lays out A − B: of kernels slice by slice, as what lies between two colours is none. */
export function layoutDifference(kind: Kind, dims: readonly number[]): PixelLayout {
  return kind === "maps" ? layoutMap(dims) : layoutKernel(dims, false);
}

/** Finds A − B of a pair. */
export function differPair(a: Tile, b: Tile): PairDifference {
  const { numbers } = subtract(a, b);
  const whole = Math.max(findMagnitude(a.numbers), findMagnitude(b.numbers));
  return { numbers, most: findMagnitude(numbers), whole };
}
